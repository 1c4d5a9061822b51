// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Computed;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Table;
import dev.athanor.sql.ToOne;
import dev.athanor.sql.schema.SchemaExpression;
import jakarta.persistence.OneToOne;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of a check: one, and those that its relations lead to. For use by one thread. */
final class EntityModels {
    private final Settings settings;
    private final TemporaryTables tables = new TemporaryTables();
    private final Map<Class<?>, EntityModel> models = new LinkedHashMap<>();
    private final Map<ValueModel.OfEntity, Junction> junctions = new HashMap<>();
    private final Deque<Reached> reached = new ArrayDeque<>();
    private final EntityModel root;
    private int aliases;

    EntityModels(EntityTable<?> table, Settings settings) {
        this.settings = settings;
        this.root = model(table, 0);
        follow();
        for (EntityTable<?> other : settings.including()) {
            model(other, settings.depth());
            follow();
        }
        models.values().forEach(this::checkTargets);
    }

    EntityModel root() {
        return root;
    }

    TemporaryTables tables() {
        return tables;
    }

    Collection<EntityModel> all() {
        return Collections.unmodifiableCollection(models.values());
    }

    /** Those of which there are rows. */
    List<EntityModel> concrete() {
        return models.values().stream().filter(EntityModel::isConcrete).toList();
    }

    /** Those whose rows are rows of a class. */
    List<EntityModel> within(EntityModel model) {
        return concrete().stream().filter(model::includes).toList();
    }

    /** What the contract was told about an attribute. */
    Settings.Hint hint(EntityModel model, String path) {
        return settings.hint(model.type(), model == root, path);
    }

    /** The class of a table that is among these. */
    Optional<EntityModel> known(Class<? extends Table> table) {
        return models.values().stream()
                .filter(model -> model.table().getClass() == table)
                .findFirst();
    }

    /** The columns by which a row of a collection refers to an entity. */
    Junction junction(ValueModel collection, ValueModel.OfEntity item) {
        return junctions.computeIfAbsent(item, missing -> known(item.target())
                .flatMap(target -> Junction.Reader.of(item.association(), collection.table(), target.table()))
                .orElseThrow()
                .junction(tables));
    }

    private EntityModel model(EntityTable<?> table, int distance) {
        EntityModel known = models.get(table.entityType());
        if (known != null) {
            return known;
        }
        EntityModel model = new EntityModel(table, tables);
        models.put(table.entityType(), model);
        table.computed().stream().filter(Computed::stored).forEach(column -> compute(table, column));
        reached.add(new Reached(model, distance));
        return model;
    }

    private void compute(EntityTable<?> table, Computed<?> column) {
        tables.of(TemporaryTables.table(table.source()))
                .compute(column.name(), SchemaExpression.of(table, column.expression()));
    }

    /** The nearest first, so that each is reached by the shortest way. */
    private void follow() {
        while (!reached.isEmpty()) {
            Reached next = reached.remove();
            next.model
                    .shape()
                    .relations()
                    .filter(relation -> !hint(next.model, relation.path()).absent())
                    .forEach(relation -> follow(next, relation));
            next.model
                    .shape()
                    .values()
                    .filter(values -> !hint(next.model, values.path()).absent())
                    .forEach(values -> follow(next, values));
        }
    }

    private void follow(Reached from, Attribute.Relation relation) {
        EntityModel owner = from.model;
        EntityTable<?> target = (EntityTable<?>) instance(owner, relation.path(), relation.target());
        Optional<Junction.Reader> reader = Junction.Reader.of(relation.association(), owner.table(), target);
        if (reader.isEmpty()) {
            owner.leave(relation, "holds by more than equal columns, which a check cannot provide for");
            return;
        }
        boolean refers = refers(relation, reader.get());
        if (from.distance < settings.depth()
                || models.containsKey(target.entityType())
                || (refers && reader.get().withinKey())) {
            EntityModel model = model(target, from.distance + 1);
            owner.add(new Route(relation, owner, model, reader.get().junction(tables), refers));
        } else {
            owner.leave(relation, beyond(from.distance));
        }
    }

    /** Whether it is the owner's row that has the foreign key. */
    private static boolean refers(Attribute.Relation relation, Junction.Reader reader) {
        if (!(relation.association() instanceof ToOne<?, ?, ?>)
                || reader.isLinked()
                || relation.property()
                        .annotation(OneToOne.class)
                        .filter(mark -> !mark.mappedBy().isEmpty())
                        .isPresent()) {
            return false;
        }
        return relation.association().getClass() != ToOne.class || !reader.inverse();
    }

    private void follow(Reached from, Attribute.Values values) {
        EntityModel owner = from.model;
        Table table = instance(owner, values.path(), values.table());
        Optional<Junction.Reader> reader = Junction.Reader.of(values.association(), owner.table(), table);
        if (reader.isEmpty()) {
            owner.leave(values, "holds by more than equal columns, which a check cannot provide for");
            return;
        }
        Junction junction = reader.get().junction(tables);
        table.columns().forEach(column -> tables.slot(column.expression()));
        boolean byMethods = Property.byMethods(owner.type(), false);
        ValueModel model = ValueModel.of(owner.type(), values, table, junction, byMethods);
        model.basics().forEach(tables::define);
        if (model.entities().allMatch(item -> follow(from, values, item))) {
            owner.add(model);
        } else {
            owner.leave(values, beyond(from.distance));
        }
    }

    private boolean follow(Reached from, Attribute.Values values, ValueModel.OfEntity item) {
        boolean followed =
                from.distance < settings.depth() || known(item.target()).isPresent();
        if (followed) {
            model((EntityTable<?>) instance(from.model, values.path(), item.target()), from.distance + 1);
        }
        return followed;
    }

    private String beyond(int distance) {
        return "is more than " + settings.depth() + " relations away; say depth(" + (distance + 1) + ")";
    }

    /** A table by an alias that no other has. */
    private Table instance(EntityModel owner, String path, Class<? extends Table> table) {
        try {
            Method as = table.getDeclaredMethod("as", String.class);
            as.setAccessible(true);
            return table.cast(as.invoke(null, "athanor_" + ++aliases));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw ContractException.attribute(
                    owner.type(), path, "leads to " + table.getName() + ", which has no method as(String)", e);
        }
    }

    private void checkTargets(EntityModel owner) {
        for (Route route : List.copyOf(owner.routes().values())) {
            if (within(route.target()).isEmpty()) {
                String problem = "leads to " + route.target() + ", which is abstract; name a table of a subclass by"
                        + " including(…)";
                if (!route.toMany()) {
                    throw ContractException.attribute(
                            owner.type(), route.relation().path(), problem + ", or leave it out by without(…)");
                }
                owner.leave(route.relation(), problem);
            }
        }
    }

    /** A class, and over how many relations it was reached. */
    private record Reached(EntityModel model, int distance) {}
}
