// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the database keeps of a hybrid: a column that it computes, or an index. For whoever writes the schema; see
 * {@link dev.athanor.sql.schema.SchemaExpression} for its text. Immutable and thread-safe.
 *
 * @param hybrid the name of the hybrid
 * @param name the name of the column, or a part of that of the index
 * @param stored whether there is a column
 * @param expression what is kept
 * @param <T> the Java type of its values
 */
public record Computed<T>(String hybrid, String name, boolean stored, Expr<T> expression) {
    /** Has them all. */
    public Computed {
        Objects.requireNonNull(hybrid, "hybrid");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }

    /** A column that has the values. */
    public static <T> Computed<T> stored(String hybrid, String column, Expr<T> expression) {
        return new Computed<>(hybrid, column, true, expression);
    }

    /** An index of the values. */
    public static <T> Computed<T> indexed(String hybrid, String name, Expr<T> expression) {
        return new Computed<>(hybrid, name, false, expression);
    }

    /** Some, and others after them. For generated tables. */
    public static List<Computed<?>> after(List<Computed<?>> first, Computed<?>... others) {
        List<Computed<?>> all = new ArrayList<>(first);
        all.addAll(List.of(others));
        return List.copyOf(all);
    }
}
