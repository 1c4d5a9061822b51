// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Gives what was loaded already to a relation that EclipseLink takes for one to be loaded. */
@SuppressWarnings("NullAway") // a relation to one may lead to none
final class ReadyHolder<T> extends DatabaseValueHolder<T> {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable T ready;

    ReadyHolder(@Nullable T ready, UnitOfWorkImpl unit) {
        this.ready = ready;
        this.session = unit;
    }

    @Override
    protected T instantiate() {
        return ready;
    }

    @Override
    public T instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<T> holder) {
        return ready;
    }

    @Override
    public T getValue(UnitOfWorkImpl unit) {
        return ready;
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return false;
    }
}
