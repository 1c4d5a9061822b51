// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Sameness;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result, read by the expressions that were selected. Immutable and thread-safe.
 *
 * <pre>{@code String email = row.get(u.email);}</pre>
 */
public final class Row {
    private final List<Expr<?>> selected;
    private final @Nullable Object[] values;

    Row(List<Expr<?>> selected, @Nullable Object[] values) {
        this.selected = selected;
        this.values = values;
    }

    /** The value of a selected expression; null if it is. */
    public <T> @Nullable T get(Expr<T> expression) {
        return expression.type().javaType().cast(values[position(expression)]);
    }

    private int position(Expr<?> expression) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i) == expression) {
                return i;
            }
        }
        for (int i = 0; i < selected.size(); i++) {
            if (Sameness.same(selected.get(i).node(), expression.node())) {
                return i;
            }
        }
        return unlabelled(expression);
    }

    /** The only one that is it but for a label. */
    private int unlabelled(Expr<?> expression) {
        int found = -1;
        for (int i = 0; i < selected.size(); i++) {
            if (Sameness.same(
                    selected.get(i).node().unlabelled(), expression.node().unlabelled())) {
                if (found >= 0) {
                    throw new SqlException(
                            SqlError.STATEMENT_INVALID, "the expression is selected several times; ask by its label");
                }
                found = i;
            }
        }
        if (found >= 0) {
            return found;
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                "the expression is not among the " + selected.size() + " that were selected");
    }

    /** Whether the values of another row are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
