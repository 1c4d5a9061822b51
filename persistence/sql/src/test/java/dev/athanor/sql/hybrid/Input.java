// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Field;
import dev.athanor.sql.Tables;
import dev.athanor.sql.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An argument of a function: its type, and its value in each row. */
record Input<E, T, X extends Expr<T>>(Type<T, X> type, Function<E, @Nullable T> value, Field<E, T, X> field) {
    static <E, T, X extends Expr<T>> Input<E, T, X> of(String name, Type<T, X> type, Function<E, @Nullable T> value) {
        return new Input<>(type, value, Tables.field(name, type, value));
    }
}
