// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Gives a part of what a relation leads to, and keeps what would load the whole. */
@SuppressWarnings("NullAway") // a relation to one may lead to none
final class PartHolder<T> extends DatabaseValueHolder<T> {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable T part;
    private final DatabaseValueHolder<T> whole;

    PartHolder(@Nullable T part, DatabaseValueHolder<T> whole, UnitOfWorkImpl unit) {
        this.part = part;
        this.whole = whole;
        this.session = unit;
        this.row = whole.getRow();
    }

    DatabaseValueHolder<T> whole() {
        return whole;
    }

    @Override
    protected T instantiate() {
        return part;
    }

    @Override
    public T instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<T> holder) {
        return part;
    }

    @Override
    public T getValue(UnitOfWorkImpl unit) {
        return part;
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return false;
    }
}
