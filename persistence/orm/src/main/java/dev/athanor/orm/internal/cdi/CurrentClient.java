// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.WritePosition;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client who is served: that of the application's bean, where it has one and its scope is active; all others are
 * one together. Thread-safe.
 */
final class CurrentClient {
    private final Producers<ClientPosition> beans;
    private final ClientPosition others = new ClientPosition();
    private volatile @Nullable ClientPosition bean;
    private volatile boolean sought;

    CurrentClient(Producers<ClientPosition> beans) {
        this.beans = beans;
    }

    /** What leads each call to the one who is served then. */
    ClientPosition by(BeanManager manager) {
        return new Leading(manager);
    }

    private ClientPosition served(BeanManager manager) {
        if (!sought) {
            bean = beans.of(Producers.UNQUALIFIED, manager, manager.createCreationalContext(null))
                    .orElse(null);
            sought = true;
        }
        ClientPosition known = bean;
        try {
            return known == null ? others : known.here().get();
        } catch (ContextNotActiveException e) {
            return others;
        }
    }

    /** Is whoever is served. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the one that it leads to is synchronized
    private final class Leading extends ClientPosition {
        private final BeanManager manager;

        Leading(BeanManager manager) {
            this.manager = manager;
        }

        @Override
        public Supplier<ClientPosition> here() {
            ClientPosition now = served(manager);
            return () -> now;
        }

        @Override
        public void wrote(Supplier<WritePosition> where) {
            served(manager).wrote(where);
        }

        @Override
        public Optional<WritePosition> last() {
            return served(manager).last();
        }
    }
}
