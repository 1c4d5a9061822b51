// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Takes what filters hide out of relations that are mapped as eager and have no key in the owner's row: EclipseLink
 * reads them itself, and finds in the unit of work what was read here before, by statements that are filtered. Relies
 * on attributes that are set by their mappings being no changes; EagerFilterTest would notice. For one use by one
 * thread.
 */
final class HiddenTargets {
    private static final String ALIAS = "t";

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final List<ForeignReferenceMapping> relations;
    private final Map<ForeignReferenceMapping, Set<Object>> seen = new HashMap<>();

    HiddenTargets(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this.unit = unit;
        this.mapped = mapped;
        Filters filters = SessionContext.of(unit).filters();
        this.relations = filters.isEmpty()
                ? List.of()
                : mapped.eagerTargets(plan).stream()
                        .filter(relation -> filters.concern(relation.getReferenceDescriptor()))
                        .toList();
    }

    /** The relations of all classes of a plan that EclipseLink reads at once, by keys that others have. */
    static List<ForeignReferenceMapping> of(EntityPlan plan) {
        List<ForeignReferenceMapping> relations = new ArrayList<>();
        for (ClassDescriptor identity : plan.identities()) {
            for (ClassDescriptor member : TablesPlan.family(identity)) {
                for (DatabaseMapping mapping : member.getMappings()) {
                    if (mapping instanceof ForeignReferenceMapping relation && isEager(relation)) {
                        relations.add(relation);
                    }
                }
            }
        }
        return List.copyOf(relations);
    }

    private static boolean isEager(ForeignReferenceMapping relation) {
        boolean byKey = relation instanceof OneToOneMapping one && Loading.isByKey(one);
        return !relation.usesIndirection()
                && !byKey
                && !relation.isAggregateCollectionMapping()
                && !relation.isDirectCollectionMapping()
                && Belonging.isKnown(relation);
    }

    boolean isEmpty() {
        return relations.isEmpty();
    }

    /** Reads what may be seen, before entities are made of rows. */
    void load(List<EntityRows.Row> rows) {
        relations.forEach(relation -> seen.put(relation, visible(relation, rows)));
    }

    private Set<Object> visible(ForeignReferenceMapping relation, List<EntityRows.Row> rows) {
        Belonging belonging = Belonging.of(relation);
        Set<List<Object>> keys = keys(belonging.own(), rows);
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (keys.isEmpty()) {
            return found;
        }
        EntityPlan targets = mapped.plan(relation.getReferenceDescriptor());
        Source source = targets.source(ALIAS);
        Function<DatabaseField, Expression> column = field -> targets.column(source, field);
        EntitySelection selection = new EntitySelection(targets, source);
        belonging
                .between()
                .ifPresent(link -> selection.join(
                        new Join(Join.Kind.INNER, link.source(), Clauses.all(belonging.linked(column)))));
        EntityCommand command = selection
                .where(Among.of(belonging.columns(column), List.copyOf(keys)))
                .command();
        new EntityReading(unit, mapped, targets)
                .each(
                        SessionContext.of(unit).compiled(command.command()),
                        command.positions(),
                        0,
                        (entity, row) -> found.add(Objects.requireNonNull(entity)));
        return found;
    }

    private static Set<List<Object>> keys(List<DatabaseField> own, List<EntityRows.Row> rows) {
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (EntityRows.Row row : rows) {
            List<Object> key = new ArrayList<>();
            own.forEach(field -> {
                Object part = row.values().get(field);
                if (part != null) {
                    key.add(part);
                }
            });
            if (key.size() == own.size()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Takes what may not be seen out of an entity that was made of a row. */
    void takeOut(Object entity) {
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        seen.forEach((relation, visible) -> {
            if (descriptor.getObjectBuilder().getMappingForAttributeName(relation.getAttributeName()) == relation) {
                takeOut(entity, relation, visible);
            }
        });
    }

    private void takeOut(Object entity, ForeignReferenceMapping relation, Set<Object> visible) {
        Object value = relation.getAttributeValueFromObject(entity);
        if (value == null) {
            return;
        }
        if (!relation.isCollectionMapping()) {
            if (!visible.contains(value)) {
                relation.setAttributeValueInObject(entity, null);
            }
        } else {
            ContainerPolicy policy = relation.getContainerPolicy();
            List<Object> hidden = new ArrayList<>();
            for (Object next = policy.iteratorFor(value); policy.hasNext(next); ) {
                Object target = policy.next(next, unit);
                if (!visible.contains(target)) {
                    hidden.add(target);
                }
            }
            hidden.forEach(target -> policy.removeFrom(target, value, unit));
        }
        Object backup = unit.getBackupClone(entity);
        if (backup != null && backup != entity) {
            relation.buildBackupClone(entity, backup, unit);
        }
    }
}
