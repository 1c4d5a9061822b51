// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.BinaryForm;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of which a column is asked for whose values are known before: those given, where the database keeps them
 * as they are, or the next of the sequence that the column has them from, which is asked once for all rows. So they can
 * be copied, which a statement that returns values cannot do. For one thread.
 */
final class ForeseenValues {
    /** What is read as it was written; other types round, cut or fill up. */
    private static final Set<BinaryForm> KEPT =
            Set.of(BinaryForm.BIGINT, BinaryForm.INTEGER, BinaryForm.SMALLINT, BinaryForm.IDENTIFIER, BinaryForm.DATE);

    private final TableWriting writing;

    ForeseenValues(TableWriting writing) {
        this.writing = writing;
    }

    /** Inserts rows, and gives a value of each in their order; none is inserted if the values cannot be known. */
    <V> Optional<List<V>> insert(TableRows rows, Expression value, Class<V> type) {
        if (!(value instanceof ColumnReference column)
                || !column.source().sameStructure(rows.target())
                || !writing.isForeseeable(rows)) {
            return Optional.empty();
        }
        int place = rows.columns().indexOf(column.name());
        TableColumns.ColumnType known = writing.columns(rows.target()).columns().get(column.name());
        if (known == null || known.form().filter(KEPT::contains).isEmpty()) {
            return Optional.empty();
        }
        return place < 0 ? generated(rows, column.name(), known, type) : given(rows, place, type);
    }

    private <V> Optional<List<V>> given(TableRows rows, int place, Class<V> type) {
        List<V> values = new ArrayList<>(rows.rows().size());
        for (@Nullable Object[] row : rows.rows()) {
            if (!type.isInstance(row[place])) {
                return Optional.empty();
            }
            values.add(type.cast(row[place]));
        }
        insert(rows);
        return Optional.of(values);
    }

    private <V> Optional<List<V>> generated(
            TableRows rows, String column, TableColumns.ColumnType known, Class<V> type) {
        boolean fits = (known.form().equals(Optional.of(BinaryForm.BIGINT)) && type == Long.class)
                || (known.form().equals(Optional.of(BinaryForm.INTEGER)) && type == Integer.class);
        if (!fits || known.sequence().isEmpty()) {
            return Optional.empty();
        }
        List<V> values = next(known.sequence().get(), rows.rows().size(), type);
        List<String> columns = new ArrayList<>(rows.columns());
        columns.add(column);
        List<@Nullable Object[]> all = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            @Nullable Object[] row = rows.rows().get(i);
            @Nullable Object[] longer = Arrays.copyOf(row, row.length + 1);
            longer[row.length] = values.get(i);
            all.add(longer);
        }
        insert(new TableRows(rows.target(), columns, all));
        return Optional.of(values);
    }

    private <V> List<V> next(String sequence, int count, Class<V> type) {
        List<V> values = new ArrayList<>(count);
        for (Long number : writing.reader().numbers(Compiled.of(GeneratedKeys.nextValues(sequence, count)))) {
            Object value = type == Long.class ? number : (Object) Math.toIntExact(number);
            values.add(type.cast(value));
        }
        return values;
    }

    private void insert(TableRows rows) {
        TableWriting.checkAll(rows, Math.toIntExact(writing.insert(rows)));
    }
}
