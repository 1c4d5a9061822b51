// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Column;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.tree.JoinedSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A class of entities in a check: its attributes, its tables, and where its relations lead. For use by one thread. */
final class EntityModel {
    private final EntityTable<?> table;
    private final Shape shape;
    private final TemporaryTable root;
    private final List<Part> parts;
    private final List<Slot> key;
    private final Map<Slot, Attribute.Basic> basics = new LinkedHashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final Map<String, ValueModel> values = new LinkedHashMap<>();
    private final Map<String, String> unreached = new LinkedHashMap<>();

    EntityModel(EntityTable<?> table, TemporaryTables tables) {
        this.table = table;
        this.shape = ShapeReader.read(table, table.entityType());
        this.root = tables.of(TemporaryTables.table(table.source()));
        table.columns().forEach(column -> tables.slot(column.expression()));
        shape.basics().forEach(basic -> add(basic, tables));
        this.key = slots(table.key(), tables);
        this.parts = parts(tables);
    }

    private void add(Attribute.Basic basic, TemporaryTables tables) {
        Slot slot = tables.slot(basic.column().expression());
        if (basics.putIfAbsent(slot, basic) == null) {
            tables.define(basic);
        }
    }

    private static List<Slot> slots(List<Column<?>> columns, TemporaryTables tables) {
        return columns.stream().map(column -> tables.slot(column.expression())).toList();
    }

    private List<Part> parts(TemporaryTables tables) {
        return table.source() instanceof JoinedSource joined
                ? joined.parts().stream().map(part -> part(part, tables)).toList()
                : List.of();
    }

    private Part part(JoinedSource.Part part, TemporaryTables tables) {
        TemporaryTable other = tables.of(part.table());
        List<Slot> own = new ArrayList<>();
        List<Slot> theirs = new ArrayList<>();
        for (int i = 0; i < part.columns().size(); i++) {
            Slot slot = new Slot(root, part.rootColumns().get(i));
            theirs.add(slot);
            own.add(other.slot(part.columns().get(i), slot.type()));
        }
        return new Part(other, part.outer(), theirs, own);
    }

    EntityTable<?> table() {
        return table;
    }

    Class<?> type() {
        return shape.type();
    }

    Shape shape() {
        return shape;
    }

    /** The first of its tables. */
    TemporaryTable root() {
        return root;
    }

    List<Part> parts() {
        return parts;
    }

    List<Slot> key() {
        return key;
    }

    /** Its attributes that are values, by their columns. */
    Map<Slot, Attribute.Basic> basics() {
        return Collections.unmodifiableMap(basics);
    }

    /** The column of an attribute; none if it is in several, or in another table. */
    Optional<Slot> slot(Attribute attribute) {
        return basics.entrySet().stream()
                .filter(basic -> basic.getValue().path().equals(attribute.path()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether an attribute is the whole key. */
    boolean isKey(Attribute attribute) {
        return attribute instanceof Attribute.Embedded embedded
                ? embedded.shape()
                        .basics()
                        .map(this::slot)
                        .flatMap(Optional::stream)
                        .toList()
                        .equals(key)
                : slot(attribute).map(List::of).filter(key::equals).isPresent();
    }

    /** Whether there can be objects of just this class. */
    boolean isConcrete() {
        return !Modifier.isAbstract(type().getModifiers());
    }

    /** Whether rows of another class are rows of this as well: by their class, and by their tables. */
    boolean includes(EntityModel other) {
        return type().isAssignableFrom(other.type())
                && root == other.root
                && parts.stream().filter(part -> !part.outer()).allMatch(part -> other.parts.stream()
                        .anyMatch(theirs -> theirs.table() == part.table()));
    }

    void add(Route route) {
        routes.put(route.relation().path(), route);
    }

    void add(ValueModel model) {
        values.put(model.attribute().path(), model);
    }

    /** Does not follow a relation, and says why to who wants to. */
    void leave(Attribute attribute, String reason) {
        routes.remove(attribute.path());
        unreached.put(attribute.path(), reason);
    }

    /** The relations that are followed, by their paths. */
    Map<String, Route> routes() {
        return Collections.unmodifiableMap(routes);
    }

    /** The collections of values, by their paths. */
    Map<String, ValueModel> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Why relations are not followed, by their paths. */
    Map<String, String> unreached() {
        return Collections.unmodifiableMap(unreached);
    }

    @Override
    public String toString() {
        return type().getSimpleName();
    }
}
