// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.async.Workers;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server, with what it hands on to them: who is logged in, names, class loaders. They are those of
 * beans with the qualifiers of the sessions, or else the server's own.
 */
record ManagedWorkers(ManagedExecutorService executor, ManagedScheduledExecutorService clock) implements Workers {
    static ManagedWorkers of(BeanManager manager, Set<Annotation> qualifiers) {
        return new ManagedWorkers(
                found(manager, qualifiers, ManagedExecutorService.class, "java:comp/DefaultManagedExecutorService"),
                found(
                        manager,
                        qualifiers,
                        ManagedScheduledExecutorService.class,
                        "java:comp/DefaultManagedScheduledExecutorService"));
    }

    @SuppressWarnings("BanJNDI") // of the server's own names
    private static <T> T found(BeanManager manager, Set<Annotation> qualifiers, Class<T> type, String otherwise) {
        Annotation[] wanted = qualifiers.stream()
                .filter(qualifier -> qualifier.annotationType() != Any.class)
                .toArray(Annotation[]::new);
        Instance<T> beans = manager.createInstance().select(type, wanted);
        if (beans.isResolvable()) {
            return beans.get();
        }
        try {
            return type.cast(InitialContext.doLookup(otherwise));
        } catch (NamingException e) {
            throw new OrmException(
                    OrmError.WORK_REFUSED,
                    "the server has no threads under the name " + otherwise
                            + "; write in one of the application's beans:" + " @Produces @Resource "
                            + type.getSimpleName() + " executor;",
                    e);
        }
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    /** The thread that hands it on may be at work for somebody else. */
    @Override
    public Runnable inContext(Runnable task) {
        return executor.getContextService().contextualRunnable(task);
    }

    @Override
    public <T> CompletableFuture<T> newIncompleteFuture() {
        return executor.newIncompleteFuture();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(task);
        Future<?> later = clock.schedule(alarm, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            alarm.set(null);
            later.cancel(false);
        };
    }

    /** Servers keep what was cancelled until its time has come: then it is to hold nothing. */
    private static final class Alarm extends AtomicReference<@Nullable Runnable> implements Runnable {
        private static final long serialVersionUID = 1L;

        Alarm(Runnable task) {
            super(task);
        }

        @Override
        public void run() {
            Runnable task = getAndSet(null);
            if (task != null) {
                task.run();
            }
        }
    }
}
