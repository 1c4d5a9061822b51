// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import dev.athanor.sql.Column;
import dev.athanor.sql.Loadable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be missing of an entity, as its annotations say; what they say nothing of may be. */
final class Absence {
    private Absence() {}

    /** Whether a column of an entity may be empty. */
    static boolean isPossible(Class<?> entity, Column<?> column) {
        return kept(entity, column.name()).map(Absence::isPossible).orElse(true);
    }

    private static boolean isPossible(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return !field.getType().isPrimitive()
                && !field.isAnnotationPresent(Id.class)
                && (column == null || column.nullable());
    }

    /** Whether a relation may lead nowhere. */
    static boolean isPossible(Loadable<?, ?, ?> relation) {
        Field field = fields(relation.owner())
                .filter(one -> one.getName().equals(relation.attribute()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(relation + " is no attribute"));
        ManyToOne many = field.getAnnotation(ManyToOne.class);
        OneToOne one = field.getAnnotation(OneToOne.class);
        JoinColumn column = field.getAnnotation(JoinColumn.class);
        return (many == null || many.optional())
                && (one == null || one.optional())
                && (column == null || column.nullable());
    }

    /** The attribute, of the entity or embedded in it, that a column has. */
    private static Optional<Field> kept(Class<?> type, String name) {
        return fields(type)
                .flatMap(field -> field.isAnnotationPresent(Embedded.class)
                        ? kept(field.getType(), name).stream()
                        : Stream.of(field).filter(one -> nameOf(one).equals(name)))
                .findFirst();
    }

    private static String nameOf(Field field) {
        return Optional.ofNullable(field.getAnnotation(jakarta.persistence.Column.class))
                .map(jakarta.persistence.Column::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(field::getName);
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != null && one != Object.class, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredFields()));
    }
}
