// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** Loads a relation to one whose key is in the owner's row. For one use by one thread. */
final class ReferenceLoading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final OneToOneMapping mapping;

    ReferenceLoading(UnitOfWorkImpl unit, MappedUnit mapped, OneToOneMapping mapping) {
        this.unit = unit;
        this.mapped = mapped;
        this.mapping = mapping;
    }

    void load(List<LazyValue> lazy) {
        Map<LazyValue, Object> keys = new LinkedHashMap<>();
        for (LazyValue value : lazy) {
            AbstractRecord row = value.row();
            Object key = row == null ? null : key(mapping, row);
            if (key != null) {
                keys.put(value, key);
            } else if (row != null && refersToNothing(mapping, row)) {
                value.loadNothing();
            }
        }
        Map<Object, @Nullable Object> targets =
                new KeyReading(unit, mapped, mapped.plan(mapping.getReferenceDescriptor())).bring(keys.values());
        keys.forEach((value, key) -> {
            Object target = targets.get(key);
            if (target != null) {
                value.load(target);
            } else if (SessionContext.of(unit).filters().concern(mapping.getReferenceDescriptor())) {
                value.loadNothing();
            }
        });
    }

    /** The key of what the relation of a row leads to; null if it leads to nothing, or not by its key. */
    static @Nullable Object key(OneToOneMapping mapping, AbstractRecord row) {
        return refersToNothing(mapping, row) ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
    }

    static boolean refersToNothing(OneToOneMapping mapping, AbstractRecord row) {
        return mapping.getForeignKeyFields().stream().anyMatch(field -> row.get(field) == null);
    }
}
