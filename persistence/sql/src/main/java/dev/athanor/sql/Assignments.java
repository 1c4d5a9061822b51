// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.PostgreSqlRenderer;
import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row and the values they get. Filled by one thread, in the block it is given to.
 *
 * <pre>{@code row -> row.set(b.title, book.title()).setNullable(b.pages, book.pages())}</pre>
 */
public final class Assignments {
    /** The column's default, as a value. */
    static final Expression DEFAULT = new Template(List.of("default"), List.of());

    private final TableSource table;
    private final Map<String, Expression> values;

    Assignments(TableSource table) {
        this(table, Map.of());
    }

    private Assignments(TableSource table, Map<String, Expression> values) {
        this.table = table;
        this.values = new LinkedHashMap<>(values);
    }

    /** A column gets a value. */
    public <T> Assignments set(Column<T> column, T value) {
        return put(column, column.expression().bind(value, "setNull(…)"));
    }

    /** A column gets the value of an expression. */
    public <T> Assignments set(Column<T> column, Expr<T> value) {
        return put(column, value.node());
    }

    /** A hybrid gets a value: the columns that it says get theirs. */
    public <T> Assignments set(Setter<T, ?> hybrid, T value) {
        hybrid.assign(this, value);
        return this;
    }

    /** A hybrid gets the value of an expression: the columns that it says get theirs. */
    public <T> Assignments set(Setter<T, ?> hybrid, Expr<T> value) {
        hybrid.assign(this, value);
        return this;
    }

    /** A column gets a value, or null. */
    public <T> Assignments setNullable(Column<T> column, @Nullable T value) {
        return value == null ? setNull(column) : set(column, value);
    }

    /** A column gets null. */
    public Assignments setNull(Column<?> column) {
        return put(column, Bind.ofNull(column.expression().type()));
    }

    /** In an insert's {@code doUpdate(…)}: these columns get the values that could not be added. */
    public Assignments setExcluded(Column<?>... columns) {
        for (Column<?> column : columns) {
            put(column, new ColumnReference(PostgreSqlRenderer.EXCLUDED, column.name()));
        }
        return this;
    }

    /** A column gets its default. */
    public Assignments setDefault(Column<?> column) {
        return put(column, DEFAULT);
    }

    private Assignments put(Column<?> column, Expression value) {
        ColumnReference reference = (ColumnReference) column.expression().node();
        if (!reference.source().sameStructure(table)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "\"" + reference.source().alias() + "\".\"" + column.name()
                            + "\" is set, but the statement changes \"" + table.alias() + "\"");
        }
        if (values.put(column.name(), value) != null) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "the column \"" + column.name() + "\" is set twice");
        }
        return this;
    }

    Assignments copy() {
        return new Assignments(table, values);
    }

    Map<String, Expression> values() {
        return values;
    }

    /** All of them; an error if there are none. */
    List<Assignment> nodes() {
        if (values.isEmpty()) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "nothing is set; name a column by set(…)");
        }
        List<Assignment> nodes = new ArrayList<>(values.size());
        values.forEach((column, value) -> nodes.add(new Assignment(column, value)));
        return nodes;
    }
}
