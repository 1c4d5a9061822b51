// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows of a table, and may give values of each row it touches. */
public abstract sealed class Change extends Statement permits Insert, Update, Delete {
    private @Nullable Command command;

    Change(Parameters parameters) {
        super(parameters);
    }

    /** Giving these values of each row. */
    public final Returning<Row> returning(Expr<?>... values) {
        List<Expr<?>> list = List.of(values);
        return returning(list, Result.row(list));
    }

    /** Giving the entity of each row, for a session to read. */
    public final <E> Returning<E> returning(EntityTable<E> table) {
        return returning(table.expressions(), Result.entity(table.entityType()));
    }

    /** Giving all columns of each row. */
    public final Returning<Row> returning(Table all) {
        List<Expr<?>> list = all.expressions();
        return returning(list, Result.row(list));
    }

    /** Giving one value of each row. */
    public final <T> Returning<T> returningValue(Expr<T> value) {
        return returning(List.of(value), Result.value(value));
    }

    /** Giving a record of each row. */
    public final <R extends Record> Returning<R> returning(Class<R> record, Expr<?>... values) {
        List<Expr<?>> list = List.of(values);
        return returning(list, Result.record(record, list));
    }

    private <R> Returning<R> returning(List<Expr<?>> list, Result<R> result) {
        return new Returning<>(node(Select.nodes(list)), list, result, parameters());
    }

    @Override
    public abstract Change bind(String name, @Nullable Object value);

    @Override
    public final Command command() {
        Command made = command;
        if (made == null) {
            made = node(List.of());
            command = made;
        }
        return made;
    }

    /** The tree, giving these values of each row. */
    abstract Command node(List<Expression> returning);
}
