// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The transactions of the threads, as the server knows them. Thread-safe. */
final class ServerTransactions {
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    private final AtomicReference<@Nullable Registry> registry = new AtomicReference<>();

    /** What the thread's transaction is told from others by; none if there is no transaction. */
    Optional<Object> current() {
        Registry known = registry.get();
        return known == null ? found().flatMap(Registry::current) : known.current();
    }

    /** Java SE has none, nor has a thread that the server did not start. */
    @SuppressWarnings("BanJNDI") // of the server's own names
    private Optional<Registry> found() {
        try {
            Registry found = new Registry(InitialContext.doLookup(NAME));
            registry.set(found);
            return Optional.of(found);
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    /** Only where there is one, its class is there. */
    private record Registry(Object registry) {
        Optional<Object> current() {
            return Optional.ofNullable(((TransactionSynchronizationRegistry) registry).getTransactionKey());
        }
    }
}
