// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final transient Supplier<Optional<T>> known;
    private boolean released;

    /**
     * Refuses what is not known.
     *
     * @param known what is given without being loaded
     */
    RaisingHolder(DatabaseValueHolder<T> real, String message, Supplier<Optional<T>> known, UnitOfWorkImpl unit) {
        this.real = real;
        this.message = message;
        this.known = known;
        this.session = unit;
        this.row = real.getRow();
    }

    DatabaseValueHolder<T> real() {
        return real;
    }

    private T known() {
        return known.get().orElseThrow(() -> new OrmException(OrmError.RELATION_NOT_LOADED, message));
    }

    @Override
    protected T instantiate() {
        return released ? real.getValue() : known();
    }

    @Override
    public T instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<T> holder) {
        return released ? real.instantiateForUnitOfWorkValueHolder(holder) : known();
    }

    @Override
    public T getValue(UnitOfWorkImpl unit) {
        return released ? real.getValue(unit) : known();
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
