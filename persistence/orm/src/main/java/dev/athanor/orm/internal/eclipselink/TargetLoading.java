// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Loads a relation whose targets, or a table between, have the key of the owner. For one use by one thread. */
final class TargetLoading {
    private static final String ALIAS = "t";

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final ForeignReferenceMapping mapping;
    private final Belonging belonging;
    private final EntityPlan plan;
    private final Source targets;

    TargetLoading(UnitOfWorkImpl unit, MappedUnit mapped, ForeignReferenceMapping mapping) {
        this.unit = unit;
        this.mapped = mapped;
        this.mapping = mapping;
        this.belonging = Belonging.of(mapping);
        this.plan = mapped.plan(mapping.getReferenceDescriptor());
        this.targets = plan.source(ALIAS);
    }

    void load(List<LazyValue> lazy) {
        Owners owners = new Owners(unit, belonging.own(), lazy);
        Map<Object, Contents> contents = contents(owners);
        owners.forEach((value, key) -> {
            Contents found = contents.getOrDefault(Owners.simplest(key), Contents.NONE);
            if (mapping instanceof AggregateCollectionMapping values) {
                found.replaceAll(
                        element -> values.buildElementClone(element, value.entity(), null, null, unit, true, false));
            }
            if (mapping instanceof CollectionMapping many) {
                value.load(found.container(many.getContainerPolicy(), unit));
            } else {
                found.first().ifPresentOrElse(value::load, value::loadNothing);
            }
        });
    }

    private Map<Object, Contents> contents(Owners owners) {
        if (owners.keys().isEmpty()) {
            return Map.of();
        }
        EntitySelection selection = new EntitySelection(plan, targets);
        belonging.between().ifPresent(link -> selection.join(link.source(), link.joins(plan, targets)));
        selection.where(Among.of(columns(belonging.theirs()), owners.keys()));
        List<DatabaseField> keys = owners.typed(belonging.theirs());
        List<EntityPlan.Other> others = new ArrayList<>();
        keys.forEach(field -> others.add(other(selection, field)));
        if (mapping instanceof CollectionMapping many) {
            Contents.additional(many).forEach(field -> others.add(other(selection, field)));
            TargetOrder.of(many)
                    .forEach(part -> selection.orderBy(
                            new Ordering(column(part.field()), part.descending(), Ordering.Nulls.DEFAULT)));
        }
        EntityCommand command = selection.command();
        Map<Object, Contents> contents = new HashMap<>();
        boolean withRows = others.size() > keys.size();
        new EntityReading(unit, mapped, plan)
                .with(others)
                .each(SessionContext.of(unit).compiled(command.command()), command.positions(), 0, (entity, row) -> {
                    if (entity != null) {
                        contents.computeIfAbsent(key(row, keys.size(), others.size()), key -> new Contents())
                                .add(entity, withRows ? row.values() : EmptyRecord.getEmptyRecord());
                    }
                });
        return contents;
    }

    /** The value that a row refers to: what else is selected is at its end, the key first. */
    private static Object key(EntityRows.Row row, int parts, int others) {
        if (parts == 1) {
            return Objects.requireNonNull(row.fromEnd(others), "key");
        }
        List<@Nullable Object> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(row.fromEnd(others - i));
        }
        return key;
    }

    private EntityPlan.Other other(EntitySelection selection, DatabaseField field) {
        return new EntityPlan.Other(field, selection.also(column(field)));
    }

    private List<Expression> columns(List<DatabaseField> fields) {
        return fields.stream().map(this::column).toList();
    }

    private Expression column(DatabaseField field) {
        return belonging.column(plan, targets, field);
    }
}
