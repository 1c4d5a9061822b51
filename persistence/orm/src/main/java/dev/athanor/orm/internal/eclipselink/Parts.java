// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.UpdateAllQuery;

/**
 * Keeps entities, of whose relations only parts are loaded, from the cache that units of work share. Relies on a unit
 * of work asking the bulk updates that it stores to change the shared cache after it has merged what was changed;
 * PartLoadTest would notice.
 */
final class Parts extends UpdateAllQuery {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> keys;

    @SuppressWarnings("this-escape") // for one use
    private Parts(ClassDescriptor descriptor, List<Object> keys) {
        super(descriptor.getJavaClass());
        this.keys = keys;
        setDescriptor(descriptor);
    }

    static void keepFromSharedCache(UnitOfWorkImpl unit, ClassDescriptor descriptor, List<?> entities) {
        List<Object> keys = new ArrayList<>();
        entities.forEach(entity -> keys.add(unit.getId(entity)));
        if (!keys.isEmpty()) {
            unit.storeModifyAllQuery(new Parts(descriptor, keys));
        }
    }

    static void keepFromSharedCache(UnitOfWorkImpl unit, List<LazyValue> values) {
        List<Object> keys =
                values.stream().map(value -> unit.getId(value.entity())).toList();
        if (!keys.isEmpty()) {
            unit.storeModifyAllQuery(new Parts(unit.getDescriptor(values.get(0).entity()), keys));
        }
    }

    @Override
    public void mergeChangesIntoSharedCache() {
        for (Object key : keys) {
            getSession().getIdentityMapAccessor().invalidateObject(key, getReferenceClass());
        }
    }
}
