// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Transactions of WebSphere and Open Liberty, begun by their {@code UOWManager}. What threads of these servers have
 * while there is no transaction, a local one, has to end before a transaction begins, and a transaction manager does
 * not know of it: beans called within would find the local one, and work without a transaction. Thread-safe. By
 * reflection, as the interface is no artifact; {@code InjectedSessionTest}, in the server, notices a change.
 */
final class LibertyTransactions implements ContainerTransactions {
    private static final String PACKAGE = "com.ibm.wsspi.uow.";

    /** {@code UOWSynchronizationRegistry.UOW_TYPE_GLOBAL_TRANSACTION}. */
    private static final int TRANSACTION = 1;

    private static final boolean OF_ITS_OWN = false;
    private static final MethodHandle RUN = run();

    private final Object manager;
    private final Class<?> action;
    private final MethodHandle runUnder;

    private LibertyTransactions(Object manager, Class<?> action, MethodHandle runUnder) {
        this.manager = manager;
        this.action = action;
        this.runUnder = runUnder;
    }

    /** Those of the server; none, if it is another one. */
    static Optional<ContainerTransactions> find() {
        ClassLoader loader = LibertyTransactions.class.getClassLoader();
        try {
            Class<?> type = Class.forName(PACKAGE + "UOWManager", false, loader);
            Class<?> action = Class.forName(PACKAGE + "UOWAction", false, loader);
            Object manager = Class.forName(PACKAGE + "UOWManagerFactory", true, loader)
                    .getMethod("getUOWManager")
                    .invoke(null);
            return Optional.of(new LibertyTransactions(
                    manager,
                    action,
                    MethodHandles.publicLookup()
                            .unreflect(type.getMethod("runUnderUOW", int.class, boolean.class, action))));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the server's UOWManager is not as it was", e);
        }
    }

    private static MethodHandle run() {
        try {
            return MethodHandles.publicLookup().findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Override
    public void run(Runnable work) throws Exception {
        try {
            runUnder.invoke(
                    manager,
                    TRANSACTION,
                    OF_ITS_OWN,
                    MethodHandleProxies.asInterfaceInstance(action, RUN.bindTo(work)));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
