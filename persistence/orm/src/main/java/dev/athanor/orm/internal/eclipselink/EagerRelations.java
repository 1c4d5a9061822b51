// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/**
 * Reads what relations to one lead to that are mapped as eager, for many rows at once: EclipseLink, which reads it for
 * each when it makes the entity, finds it in the unit of work then. What filters hide it does not find in the row.
 * Relies on its looking there first by the key; EagerTest and EagerFilterTest would notice.
 */
final class EagerRelations {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final Set<OneToOneMapping> relations;
    private final HiddenTargets others;

    @SuppressWarnings("IdentityHashMapUsage") // rows are what they are
    private final Map<EntityRows.Row, Map<DatabaseField, Object>> taken = new IdentityHashMap<>();

    private final Map<ClassDescriptor, List<Object>> incomplete = new HashMap<>();

    EagerRelations(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this(unit, mapped, mapped.eagerRelations(plan), new HiddenTargets(unit, mapped, plan));
    }

    private EagerRelations(
            UnitOfWorkImpl unit, MappedUnit mapped, Set<OneToOneMapping> relations, HiddenTargets others) {
        this.unit = unit;
        this.mapped = mapped;
        this.relations = relations;
        this.others = others;
    }

    /** Those that are read if only a part of the entities is. */
    EagerRelations of(Optional<PartialEntities> partial) {
        return partial.map(part -> new EagerRelations(
                        unit,
                        mapped,
                        relations.stream()
                                .filter(relation -> part.has(relation.getAttributeName()))
                                .collect(Collectors.toUnmodifiableSet()),
                        others))
                .orElse(this);
    }

    /** Whether there are none, so that rows need not be known before entities are made of them. */
    boolean isEmpty() {
        return relations.isEmpty() && others.isEmpty();
    }

    void load(List<EntityRows.Row> rows) {
        Filters filters = SessionContext.of(unit).filters();
        Map<ClassDescriptor, Set<OneToOneMapping>> byTarget = new LinkedHashMap<>();
        for (OneToOneMapping relation : relations) {
            ClassDescriptor target = relation.getReferenceDescriptor();
            if (rows.size() > 1 || filters.concern(target)) {
                byTarget.computeIfAbsent(target, first -> new LinkedHashSet<>()).add(relation);
            }
        }
        byTarget.forEach((target, leading) -> {
            Map<Object, @Nullable Object> found =
                    new KeyReading(unit, mapped, mapped.plan(target)).bring(keys(leading, rows));
            if (filters.concern(target)) {
                leading.forEach(relation -> rows.forEach(row -> hide(relation, row, found)));
            }
        });
        others.load(rows);
    }

    private static Set<Object> keys(Set<OneToOneMapping> relations, List<EntityRows.Row> rows) {
        Set<Object> keys = new LinkedHashSet<>();
        for (OneToOneMapping relation : relations) {
            for (EntityRows.Row row : rows) {
                Object key = key(relation, row.values());
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** Lets a row lead nowhere where it leads to what is not seen; a key of its own stays. */
    private void hide(OneToOneMapping relation, EntityRows.Row row, Map<Object, @Nullable Object> found) {
        Object key = key(relation, row.values());
        if (key == null || found.get(key) != null || relation.isPrimaryKeyMapping() || relation.derivesId()) {
            return;
        }
        for (DatabaseField field : relation.getForeignKeyFields()) {
            taken.computeIfAbsent(row, first -> new HashMap<>())
                    .put(field, Objects.requireNonNull(row.values().get(field)));
            row.values().put(field, null);
        }
    }

    /** The entity of a row. */
    @Nullable
    Object entity(EntityRows.Row row, boolean refresh) {
        Map<DatabaseField, Object> hidden = taken.getOrDefault(row, Map.of());
        if (hidden.isEmpty() && others.isEmpty()) {
            return row.entity();
        }
        boolean made = refresh || !isThere(row);
        Object entity = row.entity();
        if (made && entity != null) {
            hidden.forEach((field, value) -> restore(entity, field, value));
            others.takeOut(entity);
            incomplete
                    .computeIfAbsent(unit.getDescriptor(entity), first -> new ArrayList<>())
                    .add(entity);
        }
        return entity;
    }

    /** All entities of the rows are made. */
    void done() {
        incomplete.forEach((type, entities) -> Parts.keepFromSharedCache(unit, type, entities));
        incomplete.clear();
    }

    private boolean isThere(EntityRows.Row row) {
        ClassDescriptor descriptor = row.descriptor();
        Object key = descriptor.getObjectBuilder().extractPrimaryKeyFromRow(row.values(), unit);
        Object known = key == null
                ? null
                : unit.getIdentityMapAccessorInstance()
                        .getIdentityMapManager()
                        .getFromIdentityMap(key, descriptor.getJavaClass(), descriptor);
        return known != null
                && !(descriptor.hasFetchGroupManager()
                        && descriptor.getFetchGroupManager().isPartialObject(known));
    }

    /** Attributes that have the column for themselves keep its value. */
    private void restore(Object entity, DatabaseField field, Object value) {
        Object backup = unit.getBackupClone(entity);
        for (DatabaseMapping mapping : unit.getDescriptor(entity).getMappings()) {
            if (mapping instanceof DirectToFieldMapping direct && field.equals(direct.getField())) {
                direct.setAttributeValueInObject(entity, direct.getObjectValue(value, unit));
                if (backup != null && backup != entity) {
                    direct.buildBackupClone(entity, backup, unit);
                }
            }
        }
    }

    static Set<OneToOneMapping> of(EntityPlan plan) {
        Set<OneToOneMapping> relations = new LinkedHashSet<>();
        plan.identities().forEach(type -> TablesPlan.family(type).forEach(member -> member.getMappings().stream()
                .filter(EagerRelations::isEager)
                .forEach(mapping -> relations.add((OneToOneMapping) mapping))));
        return Collections.unmodifiableSet(relations);
    }

    private static boolean isEager(DatabaseMapping mapping) {
        return mapping instanceof OneToOneMapping relation
                && !relation.isLazy()
                && relation.isForeignKeyRelationship()
                && !relation.hasRelationTableMechanism();
    }

    /** The key of the target, if the row has it. */
    private static @Nullable Object key(OneToOneMapping relation, AbstractRecord values) {
        boolean complete = relation.getForeignKeyFields().stream().noneMatch(field -> values.get(field) == null);
        return complete ? relation.extractPrimaryKeysForReferenceObjectFromRow(values) : null;
    }
}
