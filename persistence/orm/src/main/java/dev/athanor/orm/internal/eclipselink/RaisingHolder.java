// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Refuses to load a relation; until the entity is merged into the cache that units of work share, where it is as any
 * other.
 */
final class RaisingHolder<T> extends DatabaseValueHolder<T> {
    private static final long serialVersionUID = 1L;

    private final DatabaseValueHolder<T> real;
    private final String message;
    private boolean released;

    RaisingHolder(DatabaseValueHolder<T> real, String message, UnitOfWorkImpl unit) {
        this.real = real;
        this.message = message;
        this.session = unit;
        this.row = real.getRow();
    }

    private void refuse() {
        if (!released) {
            throw new OrmException(OrmError.RELATION_NOT_LOADED, message);
        }
    }

    @Override
    protected T instantiate() {
        refuse();
        return real.getValue();
    }

    @Override
    public T instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<T> holder) {
        refuse();
        return real.instantiateForUnitOfWorkValueHolder(holder);
    }

    @Override
    public T getValue(UnitOfWorkImpl unit) {
        refuse();
        return real.getValue(unit);
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return false;
    }

    @Override
    public void releaseWrappedValueHolder(AbstractSession target) {
        released = true;
        real.releaseWrappedValueHolder(target);
        super.releaseWrappedValueHolder(target);
        if (session != null && session.isUnitOfWork()) {
            session = target;
        }
    }
}
