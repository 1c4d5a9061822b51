// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Loads a relation whose targets, or a table between, have the key of the owner. For one use by one thread. */
final class TargetLoading {
    private static final String ALIAS = "t";
    private static final DatabaseField THERE = new DatabaseField("#there", "#target");

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final ForeignReferenceMapping mapping;
    private final Search search;
    private final Belonging belonging;
    private final EntityPlan plan;
    private final Source targets;

    TargetLoading(UnitOfWorkImpl unit, MappedUnit mapped, ForeignReferenceMapping mapping, Search search) {
        this.unit = unit;
        this.mapped = mapped;
        this.mapping = mapping;
        this.search = search;
        this.belonging = Belonging.of(mapping);
        this.plan = mapped.plan(mapping.getReferenceDescriptor());
        this.targets = search.source(plan, ALIAS);
    }

    void load(List<LazyValue> lazy) {
        Owners owners = new Owners(unit, belonging.own(), lazy);
        KeyTable<Contents> contents = contents(owners);
        if (mapping instanceof CollectionMapping many) {
            MapKeys.bring(many, contents.values(), unit, mapped);
        }
        owners.forEach((value, key) -> {
            Contents found = contents.get(Owners.simplest(key));
            if (found != null) {
                found.giveTo(value, mapping, search.part().isPresent(), unit);
            } else if (search.origin().isEmpty() || !owners.isWhole(key)) {
                Contents.NONE.giveTo(value, mapping, search.part().isPresent(), unit);
            }
        });
    }

    private KeyTable<Contents> contents(Owners owners) {
        if (owners.keys().isEmpty()) {
            return new KeyTable<>();
        }
        Optional<Origin.Keys> query = search.origin().map(found -> found.owners(belonging.own()));
        List<Expression> ownerKeys = query.map(Origin.Keys::columns).orElseGet(() -> belonging.columns(this::target));
        EntitySelection selection = query.map(this::joined).orElseGet(() -> among(owners.keys()));
        List<DatabaseField> keys = owners.selected();
        List<EntityPlan.Other> others = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            others.add(new EntityPlan.Other(keys.get(i), selection.also(ownerKeys.get(i))));
        }
        if (query.isPresent()) {
            others.add(new EntityPlan.Other(
                    THERE, selection.also(belonging.columns(this::target).get(0))));
        }
        int there = others.size() - keys.size();
        if (mapping instanceof CollectionMapping many) {
            MapKeys.fields(many)
                    .forEach(field -> others.add(new EntityPlan.Other(field, selection.also(column(field)))));
            search.order(plan).orElseGet(() -> order(many)).forEach(selection::orderBy);
        }
        EntityCommand command =
                search.most().map(most -> selection.limited(most, ownerKeys)).orElseGet(selection::command);
        return read(command, keys.size(), there, others);
    }

    /**
     * Reads the targets.
     *
     * @param keys how many columns the key has, which are the first beside those of the targets
     * @param there how many tell whether there is a target, which are the next
     */
    private KeyTable<Contents> read(EntityCommand command, int keys, int there, List<EntityPlan.Other> others) {
        KeyTable<Contents> contents = new KeyTable<>();
        boolean withRows = others.size() > keys + there;
        new EntityReading(unit, mapped, plan)
                .only(search.attributes())
                .with(others)
                .each(search.compiled(command.command(), unit), command.positions(), 0, (entity, row) -> {
                    Object key = key(row, keys, others.size());
                    if (key == null) {
                        return;
                    }
                    Contents found = contents.get(key);
                    if (found == null) {
                        found = new Contents();
                        contents.put(key, found);
                    }
                    if (entity != null && (there == 0 || row.fromEnd(others.size() - keys) != null)) {
                        if (withRows) {
                            found.add(entity, row.values());
                        } else {
                            found.add(entity);
                        }
                    }
                });
        return contents;
    }

    /** The value that a row refers to: what else is selected is at its end, the key first. */
    private static @Nullable Object key(EntityRows.Row row, int parts, int others) {
        if (parts == 1) {
            return row.fromEnd(others);
        }
        List<@Nullable Object> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(row.fromEnd(others - i));
        }
        return key;
    }

    /** Targets of owners that have keys. */
    private EntitySelection among(List<List<Object>> keys) {
        EntitySelection selection = new EntitySelection(plan, targets, search.attributes(), targets);
        belonging
                .between()
                .ifPresent(link -> selection.join(
                        new Join(Join.Kind.INNER, link.source(), Clauses.all(belonging.linked(this::target)))));
        search.where(plan).forEach(selection::where);
        return selection.where(Among.of(belonging.columns(this::target), keys));
    }

    /** Targets of owners that a query finds: owners without any, too, so that it is known that they were found. */
    private EntitySelection joined(Origin.Keys owners) {
        EntitySelection selection = new EntitySelection(plan, targets, search.attributes(), owners.source());
        belonging
                .joins(this::target, targets, owners.columns(), Join.Kind.LEFT, search.where(plan))
                .forEach(selection::join);
        return selection;
    }

    private List<Ordering> order(CollectionMapping many) {
        return TargetOrder.of(many).stream()
                .map(part -> new Ordering(column(part.field()), part.descending(), Ordering.Nulls.DEFAULT))
                .toList();
    }

    private Expression column(DatabaseField field) {
        return belonging.column(this::target, field);
    }

    private Expression target(DatabaseField field) {
        return plan.column(targets, field);
    }
}
