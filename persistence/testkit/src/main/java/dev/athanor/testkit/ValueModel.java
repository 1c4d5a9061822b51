// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A collection of values in a check.
 *
 * @param attribute the attribute
 * @param table its table in statements
 * @param junction the columns by which rows belong to their owner
 * @param key what makes the key in a map, if it is one
 * @param value what makes a value
 * @param order the place in a list, if it is kept
 */
record ValueModel(
        Attribute.Values attribute,
        Table table,
        Junction junction,
        Optional<Item> key,
        Item value,
        Optional<Column<?>> order) {
    /** A value or a key of a collection: in a column, an object in several, or an entity that is referred to. */
    sealed interface Item permits OfColumn, OfColumns, OfEntity {}

    /** In a column. */
    record OfColumn(Attribute.Basic basic) implements Item {}

    /** In several columns. */
    record OfColumns(Shape shape) implements Item {}

    /** Referred to. */
    record OfEntity(Association<?, ?> association, Class<? extends Table> target) implements Item {}

    /** The columns of keys and values. */
    Stream<Attribute.Basic> basics() {
        return Stream.concat(key.stream(), Stream.of(value))
                .flatMap(item -> item instanceof OfColumn column
                        ? Stream.of(column.basic())
                        : item instanceof OfColumns several ? several.shape().basics() : Stream.of());
    }

    /** The entities that keys or values are. */
    Stream<OfEntity> entities() {
        return Stream.concat(key.stream(), Stream.of(value))
                .filter(OfEntity.class::isInstance)
                .map(OfEntity.class::cast);
    }

    /** The temporary table. */
    TemporaryTable temporary() {
        return junction.target().get(0).table();
    }

    /** Reads what the fields of the table say. */
    static ValueModel of(
            Class<?> owner, Attribute.Values attribute, Table table, Junction junction, boolean byMethods) {
        Items items = new Items(owner, attribute, table, byMethods);
        return new ValueModel(
                attribute,
                table,
                junction,
                items.item("key"),
                items.item("value")
                        .orElseThrow(() -> ContractException.attribute(
                                owner, attribute.path(), "has a table without a field \"value\"")),
                items.order());
    }

    /** Makes items of fields. */
    private record Items(Class<?> owner, Attribute.Values attribute, Table table, boolean byMethods) {
        Optional<Item> item(String name) {
            return field(name).map(field -> item(name, field));
        }

        Optional<Column<?>> order() {
            return field("order")
                    .map(this::read)
                    .filter(Column.class::isInstance)
                    .map(column -> (Column<?>) column);
        }

        private Optional<Field> field(String name) {
            return ShapeReader.fields(table).stream()
                    .filter(field -> field.getName().equals(name))
                    .findFirst();
        }

        private Item item(String name, Field field) {
            boolean key = name.equals("key");
            String path = key ? attribute.path() + ".key" : attribute.path();
            Object read = read(field);
            if (read instanceof Column<?> column) {
                Limits limits = key
                        ? Limits.ofKey(attribute.property())
                        : Limits.of(attribute.property(), Optional.empty()).required();
                return new OfColumn(new Attribute.Basic(path, attribute.property(), column, limits));
            }
            if (read instanceof Association<?, ?> association) {
                return new OfEntity(association, target(field, path));
            }
            return new OfColumns(ShapeReader.read(read, type(key, path), path + ".", byMethods));
        }

        private Class<? extends Table> target(Field field, String path) {
            return Generics.argument(field.getGenericType(), Association.class, 1)
                    .<Class<? extends Table>>map(type -> type.asSubclass(Table.class))
                    .orElseThrow(() -> ContractException.attribute(owner, path, "does not say what table it leads to"));
        }

        private Class<?> type(boolean key, String path) {
            Type type = attribute.property().type();
            boolean map = Map.class.isAssignableFrom(attribute.property().javaType());
            return Generics.argument(type, map && !key ? 1 : 0)
                    .orElseThrow(() -> ContractException.attribute(owner, path, "does not say what its values are"));
        }

        private Object read(Field field) {
            return ShapeReader.value(owner, field, table);
        }
    }
}
