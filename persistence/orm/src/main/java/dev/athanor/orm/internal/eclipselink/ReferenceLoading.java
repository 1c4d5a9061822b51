// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Selection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            if (row != null && refersToNothing(row)) {
                value.loadNothing();
            } else if (row != null) {
                Object key = mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
                if (key != null) {
                    keys.put(value, key);
                }
            }
        }
        Map<Object, @Nullable Object> targets = targets(keys.values());
        keys.forEach((value, key) -> {
            Object target = targets.get(key);
            if (target != null) {
                value.load(target);
            }
        });
    }

    private Map<Object, @Nullable Object> targets(Collection<Object> keys) {
        EntityPlan plan = plan();
        if (search.origin().isPresent()
                && keys.stream()
                        .anyMatch(key ->
                                new KeyReading(unit, mapped, plan).find(key).isEmpty())) {
            bring(plan, search.origin().get());
        }
        return new KeyReading(unit, mapped, plan).bring(keys);
    }

    /** Lets the unit of work have those that a query leads to. */
    private void bring(EntityPlan plan, Origin origin) {
        Selection query = origin.following(plan, mapping).query();
        List<Integer> positions = IntStream.rangeClosed(
                        1, query.parts().selected().size())
                .boxed()
                .toList();
        new EntityReading(unit, mapped, plan).each(search.compiled(query), positions, 0, (entity, values) -> {});
    }

    /** What a row refers to, if the unit of work has it. */
    Optional<Object> known(AbstractRecord row) {
        Object key = mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
        return key == null ? Optional.empty() : new KeyReading(unit, mapped, plan()).find(key);
    }

    private EntityPlan plan() {
        return mapped.plan(mapping.getReferenceDescriptor());
    }

    boolean refersToNothing(AbstractRecord row) {
        return mapping.getForeignKeyFields().stream().anyMatch(field -> row.get(field) == null);
    }
}
