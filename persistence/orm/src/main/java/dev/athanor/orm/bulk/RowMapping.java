// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.bulk;

import dev.athanor.sql.Column;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Table;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table get which values of an object: a record, for instance. Each step gives a new mapping.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * RowMapping<Line> lines = RowMapping.of(Line.class, t).set(t.name, Line::name).set(t.uses, Line::uses);
 * session.bulk().insert(lines, read);
 * }</pre>
 *
 * @param <R> the objects
 */
public final class RowMapping<R> {
    private final TableSource target;
    private final List<Cell<R>> cells;
    private final List<String> key;
    private final Optional<String> raised;

    private RowMapping(TableSource target, List<Cell<R>> cells, List<String> key, Optional<String> raised) {
        this.target = target;
        this.cells = cells;
        this.key = key;
        this.raised = raised;
    }

    /** Of no columns yet. Rows are updated by the primary key of the table, if nothing else is said. */
    public static <R> RowMapping<R> of(Class<R> rows, Table table) {
        Objects.requireNonNull(rows, "rows");
        return new RowMapping<>(
                target(table), List.of(), table.key().stream().map(Column::name).toList(), Optional.empty());
    }

    private static TableSource target(Table table) {
        if (table.source() instanceof TableSource single) {
            return single;
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                "\"" + table.source().alias() + "\" is kept in several tables; write each by a mapping of its own,"
                        + " or insert entities");
    }

    /** A column gets what a function gives of the object; null is null. */
    public <V> RowMapping<R> set(Column<V> column, Function<? super R, ? extends @Nullable V> value) {
        check(column);
        if (cells.stream().anyMatch(cell -> cell.column.equals(column.name()))) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "the column \"" + column.name() + "\" is set twice");
        }
        List<Cell<R>> more = new ArrayList<>(cells);
        more.add(new Cell<>(column.name(), plain(column.expression().type(), value)));
        return new RowMapping<>(target, List.copyOf(more), key, raised);
    }

    private static <R, V> Function<R, @Nullable Object> plain(
            SqlType<V> type, Function<? super R, ? extends @Nullable V> value) {
        return row -> {
            V given = value.apply(row);
            return given == null ? null : type.codec().plain(given);
        };
    }

    /**
     * Updates the rows that have the values of these columns, instead of the primary key: of the key and the version,
     * for instance, so that rows which others changed are missing.
     */
    public RowMapping<R> by(Column<?>... columns) {
        List<String> names = new ArrayList<>();
        for (Column<?> column : columns) {
            check(column);
            names.add(column.name());
        }
        return new RowMapping<>(target, cells, List.copyOf(names), raised);
    }

    /** Lets an update raise a number by one: a version. */
    public RowMapping<R> raising(Column<? extends Number> version) {
        check(version);
        return new RowMapping<>(target, cells, key, Optional.of(version.name()));
    }

    private void check(Column<?> column) {
        if (!(column.expression().node() instanceof ColumnReference reference)
                || !reference.source().sameStructure(target)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "\"" + column.name() + "\" is not a column of \"" + target.alias() + "\", whose rows are written");
        }
    }

    /** The table. */
    public TableSource target() {
        return target;
    }

    /** The columns, in the order in which they were set. */
    public List<String> columns() {
        return cells.stream().map(Cell::column).toList();
    }

    /** The columns by whose values rows are updated. */
    public List<String> key() {
        return key;
    }

    /** The column that an update raises. */
    public Optional<String> raised() {
        return raised;
    }

    /** The values of an object, whose texts the database reads. */
    public @Nullable Object[] values(R row) {
        Objects.requireNonNull(row, "row");
        @Nullable Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i).value.apply(row);
        }
        return values;
    }

    private record Cell<R>(String column, Function<R, @Nullable Object> value) {}
}
