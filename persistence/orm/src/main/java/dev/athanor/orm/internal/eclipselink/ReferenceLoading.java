// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** Loads a relation to one whose key is in the owner's row. For one use by one thread. */
final class ReferenceLoading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final OneToOneMapping mapping;
    private final Search search;

    ReferenceLoading(UnitOfWorkImpl unit, MappedUnit mapped, OneToOneMapping mapping, Search search) {
        this.unit = unit;
        this.mapped = mapped;
        this.mapping = mapping;
        this.search = search;
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
        Map<Object, @Nullable Object> targets = targets(keys.values());
        keys.forEach((value, key) -> {
            Object target = targets.get(key);
            if (target != null) {
                value.load(target);
            } else if (SessionContext.of(unit).filters().concern(mapping.getReferenceDescriptor())) {
                value.loadNothing();
            }
        });
    }

    private Map<Object, @Nullable Object> targets(Collection<Object> keys) {
        EntityPlan plan = mapped.plan(mapping.getReferenceDescriptor());
        KeyReading reading = new KeyReading(unit, mapped, plan).only(search.attributes());
        if (search.origin().isPresent() && keys.stream().anyMatch(key -> reading.known(key) == null)) {
            bring(plan, search.origin().get());
        }
        return reading.bring(keys);
    }

    /** Lets the unit of work have those that a query leads to. */
    private void bring(EntityPlan plan, Origin origin) {
        Origin targets = origin.following(plan, mapping);
        List<Integer> positions = IntStream.rangeClosed(
                        1, targets.query().parts().selected().size())
                .boxed()
                .toList();
        EntityCommand whole = new EntityCommand(targets.query(), positions);
        EntityCommand command = search.attributes()
                .map(some -> some.pruned(whole, targets.source()))
                .orElse(whole);
        new EntityReading(unit, mapped, plan)
                .only(search.attributes())
                .each(search.compiled(command.command(), unit), command.positions(), 0, (entity, values) -> {});
    }

    /** The key of what the relation of a row leads to; null if it leads to nothing, or not by its key. */
    static @Nullable Object key(OneToOneMapping mapping, AbstractRecord row) {
        return refersToNothing(mapping, row) ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
    }

    static boolean refersToNothing(OneToOneMapping mapping, AbstractRecord row) {
        return mapping.getForeignKeyFields().stream().anyMatch(field -> row.get(field) == null);
    }
}
