// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A foreign key of a table, along which it is joined with the table it refers to. Immutable and thread-safe.
 *
 * @param <Q> that table
 */
public final class ForeignKey<Q extends Table> implements Path<Q> {
    private final List<Column<?>> columns;
    private final Function<Q, List<Column<?>>> referred;

    private ForeignKey(List<Column<?>> columns, Function<Q, List<Column<?>>> referred) {
        this.columns = columns;
        this.referred = referred;
    }

    /** The columns that refer. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The columns of a table that these refer to. */
    public List<Column<?>> referred(Q target) {
        List<Column<?>> others = referred.apply(target);
        if (others.size() != columns.size()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a foreign key of " + columns.size() + " columns refers to " + others.size());
        }
        return others;
    }

    @Override
    public Condition on(Q target) {
        List<Column<?>> others = referred(target);
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expr<?> own = columns.get(i).expression();
            equal.add(own.compare(Operator.EQUAL, others.get(i).expression()).node());
        }
        return new Condition(Condition.chain(Operator.AND, equal));
    }

    /**
     * The beginning of a foreign key: what it refers to is still to be said.
     *
     * @param <T> the Java type of the column
     */
    public static final class Of<T> {
        private final Column<T> column;

        Of(Column<T> column) {
            this.column = column;
        }

        /** Refers to a column of another table, or of another row of the same. */
        public <Q extends Table> ForeignKey<Q> references(Function<Q, Column<T>> key) {
            return new ForeignKey<>(List.of(column), target -> List.of(key.apply(target)));
        }
    }

    /** The beginning of a foreign key of several columns. */
    public static final class OfSeveral {
        private final List<Column<?>> columns;

        OfSeveral(List<Column<?>> columns) {
            this.columns = columns;
        }

        /** Refers to columns of another table, in the same order. */
        public <Q extends Table> ForeignKey<Q> references(Function<Q, List<Column<?>>> key) {
            return new ForeignKey<>(columns, key);
        }
    }
}
