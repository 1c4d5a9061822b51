// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.CMPPolicy;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/**
 * The keys of entities, as EclipseLink's identity maps know them: a value, or several. Relies on {@code CacheId} and on
 * {@code createPrimaryKeyFromId}, by which {@code EntityManager.find} makes them; SessionGetTest would notice.
 */
final class Keys {
    private Keys() {}

    /** Of the id of an entity, or the object that holds a composite one. */
    static Object of(ClassDescriptor descriptor, Object id, AbstractSession session) {
        CMPPolicy policy = descriptor.getCMPPolicy();
        Class<?> wanted = policy.getPKClass();
        if (wanted != null && !wanted.isInstance(id)) {
            throw invalid(
                    descriptor,
                    id,
                    wanted.getName() + " is wanted, not " + id.getClass().getName());
        }
        try {
            return policy.createPrimaryKeyFromId(id, session);
        } catch (RuntimeException e) {
            throw new OrmException(
                    OrmError.KEY_INVALID,
                    "no key of " + descriptor.getJavaClassName() + " can be made of "
                            + id.getClass().getName(),
                    e);
        }
    }

    private static OrmException invalid(ClassDescriptor descriptor, Object id, String reason) {
        return new OrmException(
                OrmError.KEY_INVALID,
                "an " + id.getClass().getSimpleName() + " is no key of " + descriptor.getJavaClassName() + ": "
                        + reason);
    }

    /** The values of a key, in the order of the descriptor's fields. */
    static List<Object> values(Object key) {
        return key instanceof CacheId several ? List.of(several.getPrimaryKey()) : List.of(key);
    }

    /** The values of several keys, by their places in these. */
    static List<List<Object>> columns(List<List<Object>> keys) {
        List<List<Object>> columns = new ArrayList<>();
        for (int i = 0; i < keys.get(0).size(); i++) {
            int place = i;
            columns.add(keys.stream().map(key -> key.get(place)).toList());
        }
        return columns;
    }
}
