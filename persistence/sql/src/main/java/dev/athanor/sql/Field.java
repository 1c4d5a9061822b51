// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table made of objects: its name, its type, and its value in each object. Immutable and thread-safe.
 *
 * @param <E> the objects
 * @param <T> the Java type of the values
 * @param <X> the kind of expression
 */
public final class Field<E, T, X extends Expr<T>> {
    private final String name;
    private final Type<T, X> type;
    private final Function<E, @Nullable T> value;

    Field(String name, Type<T, X> type, Function<E, @Nullable T> value) {
        this.name = name;
        this.type = type;
        this.value = value;
    }

    String name() {
        return name;
    }

    Type<T, X> type() {
        return type;
    }

    Expression bind(E element) {
        T bound = value.apply(element);
        return bound == null ? Bind.ofNull(type) : Bind.of(type, bound);
    }

    /** The values of all objects as one. */
    Expression bindAll(List<E> elements) {
        List<@Nullable T> values = new ArrayList<>(elements.size());
        for (E element : elements) {
            values.add(value.apply(element));
        }
        return bound(values);
    }

    @SuppressWarnings("unchecked") // a list of nullable values is a list to JDBC
    private Expression bound(List<? extends @Nullable T> values) {
        return Bind.of(type.list(), (List<T>) values);
    }
}
