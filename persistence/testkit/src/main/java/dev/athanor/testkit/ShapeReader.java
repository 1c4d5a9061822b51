// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.Setter;
import dev.athanor.sql.Table;
import jakarta.persistence.AttributeOverride;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what attributes a class has from the public fields of its table. For one class. */
final class ShapeReader {
    private final Class<?> root;
    private final Map<String, jakarta.persistence.Column> overrides = new HashMap<>();

    private ShapeReader(Class<?> root) {
        this.root = root;
    }

    /** The attributes of an entity, or of the values of a collection, whose table this is. */
    static Shape read(Object table, Class<?> type) {
        return read(table, type, "", false);
    }

    /** The attributes of what is embedded under a path. */
    static Shape read(Object table, Class<?> type, String path, boolean byMethods) {
        ShapeReader reader = new ShapeReader(type);
        return reader.shape(table, type, path, Property.byMethods(type, byMethods));
    }

    private Shape shape(Object table, Class<?> type, String path, boolean byMethods) {
        for (Class<?> level : Property.levels(type)) {
            override(path, Arrays.stream(level.getAnnotationsByType(AttributeOverride.class)));
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Field field : fields(table)) {
            Property property = Property.of(type, field.getName(), byMethods)
                    .orElseThrow(() -> ContractException.attribute(
                            root, path + field.getName(), "is in the table, but not in " + type.getName()));
            attributes.add(attribute(table, field, property, path, byMethods));
        }
        return new Shape(type, table, path, attributes);
    }

    /** What is said further out wins. */
    private void override(String path, Stream<AttributeOverride> said) {
        said.forEach(override -> overrides.putIfAbsent(path + override.name(), override.column()));
    }

    private Attribute attribute(Object table, Field field, Property property, String path, boolean byMethods) {
        String inner = path + property.name();
        Object value = value(root, field, table);
        if (value instanceof Column<?> column) {
            return new Attribute.Basic(
                    inner, property, column, Limits.of(property, Optional.ofNullable(overrides.get(inner))));
        }
        if (value instanceof ElementCollection<?, ?> values) {
            return new Attribute.Values(inner, property, values, target(field, inner));
        }
        if (value instanceof Association<?, ?> association) {
            return new Attribute.Relation(inner, property, association, target(field, inner));
        }
        override(inner + ".", property.annotations(AttributeOverride.class));
        Class<?> type = property.javaType();
        return new Attribute.Embedded(
                inner, property, shape(value, type, inner + ".", Property.byMethods(type, byMethods)));
    }

    /** What a table has in a field. */
    static Object value(Class<?> root, Field field, Object table) {
        try {
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(table));
        } catch (IllegalAccessException e) {
            throw ContractException.attribute(root, field.getName(), "cannot be read in its table: " + e, e);
        }
    }

    private Class<? extends Table> target(Field field, String path) {
        return Generics.argument(field.getGenericType(), Association.class, 1)
                .<Class<? extends Table>>map(type -> type.asSubclass(Table.class))
                .orElseThrow(() -> ContractException.attribute(root, path, "does not say what table it leads to"));
    }

    /** The public fields that say what attributes there are. */
    static List<Field> fields(Object table) {
        return Arrays.stream(table.getClass().getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.getType() != Setter.class)
                .toList();
    }
}
