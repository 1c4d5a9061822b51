// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What can be set although it is no column: a hybrid that says which columns get which values. Immutable and
 * thread-safe.
 *
 * <pre>{@code update(u).set(u.fullName, "Ada Lovelace")}</pre>
 *
 * @param <T> the Java type of the value
 * @param <X> its kind
 */
public final class Setter<T, X extends Expr<T>> {
    private final Type<T, X> type;
    private final BiConsumer<Assignments, X> assigned;

    private Setter(Type<T, X> type, BiConsumer<Assignments, X> assigned) {
        this.type = Objects.requireNonNull(type, "type");
        this.assigned = Objects.requireNonNull(assigned, "assigned");
    }

    /** One that sets these columns. */
    public static <T, X extends Expr<T>> Setter<T, X> of(Type<T, X> type, BiConsumer<Assignments, X> assigned) {
        return new Setter<>(type, assigned);
    }

    void assign(Assignments row, T value) {
        if (value == null) {
            throw new SqlException(SqlError.NULL_VALUE, "what is set is null; set its columns by setNull(…)");
        }
        assigned.accept(row, type.of(Bind.of(type, value)));
    }

    void assign(Assignments row, Expr<T> value) {
        assigned.accept(row, type.of(value.node().unlabelled()));
    }
}
