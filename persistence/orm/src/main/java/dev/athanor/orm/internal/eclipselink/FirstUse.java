// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets persistence units connect, which they do when they are used for the first time. Relies on Liberty taking back at
 * the end of a transaction what was asked for in it, and all else at the end of the task; ServerOutboxTest would
 * notice.
 */
public final class FirstUse {
    private FirstUse() {}

    /** In a transaction, so that a task that lasts as long as the application does not keep the connection. */
    public static void of(EntityManagerFactory factory) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        run(() -> {
            try (EntityManager entities = factory.createEntityManager()) {
                Attachment.server(entities);
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw Failures.known(failed).orElse(failed);
        }
    }

    /** Other containers take back what is closed. */
    private static void run(Runnable work) {
        ContainerTransactions container = LibertyTransactions.find().orElse(Runnable::run);
        try {
            container.run(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the server did not begin or end a transaction", e);
        }
    }
}
