// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/**
 * Reads what relations to one lead to that are mapped as eager, for many rows at once: EclipseLink, which reads it for
 * each when it makes the entity, finds it in the unit of work then. Relies on its looking there first by the key;
 * EagerTest would notice.
 */
final class EagerRelations {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final Set<OneToOneMapping> relations;

    EagerRelations(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this(unit, mapped, mapped.eagerRelations(plan));
    }

    private EagerRelations(UnitOfWorkImpl unit, MappedUnit mapped, Set<OneToOneMapping> relations) {
        this.unit = unit;
        this.mapped = mapped;
        this.relations = relations;
    }

    /** Those that are read if only a part of the entities is. */
    EagerRelations of(Optional<PartialEntities> partial) {
        return partial.map(part -> new EagerRelations(unit, mapped, relations.stream()
                        .filter(relation -> part.has(relation.getAttributeName()))
                        .collect(Collectors.toUnmodifiableSet())))
                .orElse(this);
    }

    /** Whether there are none, so that rows need not be known before entities are made of them. */
    boolean isEmpty() {
        return relations.isEmpty();
    }

    void load(List<EntityRows.Row> rows) {
        if (rows.size() < 2) {
            return;
        }
        Map<ClassDescriptor, Set<Object>> wanted = new LinkedHashMap<>();
        for (OneToOneMapping relation : relations) {
            for (EntityRows.Row row : rows) {
                Object key = key(relation, row.values());
                if (key != null) {
                    wanted.computeIfAbsent(relation.getReferenceDescriptor(), target -> new LinkedHashSet<>())
                            .add(key);
                }
            }
        }
        wanted.forEach((target, keys) -> new KeyReading(unit, mapped, mapped.plan(target)).bring(keys));
    }

    static Set<OneToOneMapping> of(EntityPlan plan) {
        Set<OneToOneMapping> relations = new LinkedHashSet<>();
        plan.identities().forEach(type -> family(type).forEach(member -> member.getMappings().stream()
                .filter(EagerRelations::isEager)
                .forEach(mapping -> relations.add((OneToOneMapping) mapping))));
        return Collections.unmodifiableSet(relations);
    }

    private static List<ClassDescriptor> family(ClassDescriptor descriptor) {
        List<ClassDescriptor> family = new ArrayList<>(List.of(descriptor));
        if (descriptor.hasInheritance()) {
            family.addAll(descriptor.getInheritancePolicy().getAllChildDescriptors());
        }
        return family;
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
