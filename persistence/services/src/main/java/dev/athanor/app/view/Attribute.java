// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import dev.athanor.sql.Column;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Loadable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of an entity that clients see.
 *
 * @param name what they call it
 * @param expression what they filter and sort by
 * @param columns what has to be read for it
 * @param relations what it is computed of
 * @param reader reads it; an empty {@link Optional} is none
 */
record Attribute<E>(
        String name,
        Expr<?> expression,
        List<Column<?>> columns,
        List<Loadable<E, ?, ?>> relations,
        Function<? super E, ? extends @Nullable Object> reader) {
    Attribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
        columns = List.copyOf(columns);
        relations = List.copyOf(relations);
        Objects.requireNonNull(reader, "reader");
    }

    @Nullable
    Object of(E entity) {
        Object value = reader.apply(entity);
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
