// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.UpdateAllQuery;

/**
 * Lets the shared cache forget an entity when a transaction commits. Relies on a unit of work asking the bulk updates
 * that it stores to change the shared cache, after it has changed it itself; NestedFuzzTest would notice.
 */
final class Forgetting extends UpdateAllQuery {
    private static final long serialVersionUID = 1L;

    private final transient Object key;

    @SuppressWarnings("this-escape") // for one use
    private Forgetting(ClassDescriptor descriptor, Object key) {
        super(descriptor.getJavaClass());
        setDescriptor(descriptor);
        this.key = key;
    }

    static void later(UnitOfWorkImpl unit, ClassDescriptor descriptor, Object key) {
        unit.storeModifyAllQuery(new Forgetting(descriptor, key));
    }

    @Override
    public void mergeChangesIntoSharedCache() {
        getSession().getIdentityMapAccessor().invalidateObject(key, getReferenceClass());
    }
}
