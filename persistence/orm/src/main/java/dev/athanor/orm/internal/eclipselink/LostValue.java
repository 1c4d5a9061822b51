// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;

/**
 * A relation of an entity that was serialized before it was loaded. Relies on EclipseLink taking holders without a
 * session for what is left alone when such an entity is merged; LazySerializationTest would notice.
 */
final class LostValue extends DatabaseValueHolder<Object> {
    private static final long serialVersionUID = 1L;

    private final String refusal;

    LostValue(String refusal) {
        this.refusal = refusal;
    }

    @Override
    protected Object instantiate() {
        throw new OrmException(OrmError.RELATION_NOT_LOADED, refusal);
    }

    @Override
    public Object instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<Object> holder) {
        return instantiate();
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return false;
    }
}
