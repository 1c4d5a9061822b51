// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An update. A value: every step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code update(b).set(b.price, b.price.times(new BigDecimal("1.1"))).where(b.lent).returning(b.id, b.price)}
 * </pre>
 */
public final class Update extends Change {
    private final Table table;
    private final List<dev.athanor.sql.tree.CommonTable> with;
    private final Assignments assignments;
    private final List<Source> from;
    private final Optional<Expression> where;

    private Update(
            Table table,
            List<dev.athanor.sql.tree.CommonTable> with,
            Assignments assignments,
            List<Source> from,
            Optional<Expression> where,
            Parameters parameters) {
        super(parameters);
        this.table = table;
        this.with = with;
        this.assignments = assignments;
        this.from = from;
        this.where = where;
    }

    static Update of(Table table) {
        return new Update(
                table, List.of(), new Assignments(table.target()), List.of(), Optional.empty(), Parameters.NONE);
    }

    /** A column gets a value. */
    public <T> Update set(Column<T> column, T value) {
        return changed(row -> row.set(column, value));
    }

    /** A column gets the value of an expression. */
    public <T> Update set(Column<T> column, Expr<T> value) {
        return changed(row -> row.set(column, value));
    }

    /** A hybrid gets a value: the columns that it says get theirs. */
    public <T> Update set(Setter<T, ?> hybrid, T value) {
        return changed(row -> row.set(hybrid, value));
    }

    /** A hybrid gets the value of an expression: the columns that it says get theirs. */
    public <T> Update set(Setter<T, ?> hybrid, Expr<T> value) {
        return changed(row -> row.set(hybrid, value));
    }

    /** A column gets a value, or null. */
    public <T> Update setNullable(Column<T> column, @Nullable T value) {
        return changed(row -> row.setNullable(column, value));
    }

    /** A column gets null. */
    public Update setNull(Column<?> column) {
        return changed(row -> row.setNull(column));
    }

    /** A column gets its default. */
    public Update setDefault(Column<?> column) {
        return changed(row -> row.setDefault(column));
    }

    /** With other sources. A table has to be connected by a condition; a query may be of one row. */
    public Update from(Relation... relations) {
        List<Source> sources = new ArrayList<>(from);
        for (Relation relation : relations) {
            sources.add(relation.source());
        }
        return new Update(table, with, assignments, sources, where, parameters());
    }

    /** Only rows of which all these hold, and those said before. */
    public Update where(Condition... conditions) {
        return new Update(table, with, assignments, from, Select.all(where, conditions), parameters());
    }

    /** With a statement that runs although the update may not use its rows. */
    public Update with(CommonTable common) {
        return new Update(table, Clauses.plus(with, common.node()), assignments, from, where, parameters());
    }

    @Override
    public Update bind(String name, @Nullable Object value) {
        return new Update(table, with, assignments, from, where, bound(name, value));
    }

    @Override
    Modification node(List<Expression> returning) {
        return new Modification(
                with, new Modification.Parts(table.target(), assignments.nodes(), from, where, returning));
    }

    private Update changed(Consumer<Assignments> change) {
        Assignments changed = assignments.copy();
        change.accept(changed);
        return new Update(table, with, changed, from, where, parameters());
    }
}
