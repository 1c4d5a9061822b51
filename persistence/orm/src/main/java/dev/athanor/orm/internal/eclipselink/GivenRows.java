// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.ColumnArray;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows as a source of a statement: an array for each column, whose elements {@code unnest} gives side by side, with
 * their places. The text of the statement is the same for any number of rows.
 */
final class GivenRows {
    private static final String PLACE = "place";

    private final TableRows rows;
    private final TableColumns types;
    private final FunctionSource source;

    GivenRows(TableRows rows, TableColumns types) {
        this.rows = rows;
        this.types = types;
        List<Expression> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            TableColumns.ColumnType type = types.type(rows, i);
            arrays.add(Bind.of(type.ofArray(), new ColumnArray(rows, i, type.inArrays())));
            names.add(name(i));
        }
        names.add(PLACE);
        this.source = new FunctionSource(Call.of(Call.Kind.PLAIN, "unnest", arrays), "given", names, true);
    }

    private static String name(int column) {
        return "c" + column;
    }

    Source source() {
        return source;
    }

    /** The place of a row, from 1. */
    ColumnReference place() {
        return new ColumnReference(source, PLACE);
    }

    Expression value(String column) {
        return value(rows.columns().indexOf(column));
    }

    private Expression value(int column) {
        ColumnReference value = new ColumnReference(source, name(column));
        TableColumns.ColumnType type = types.type(rows, column);
        return type.array() ? new Cast(value, type.type()) : value;
    }

    List<Expression> values() {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            values.add(value(i));
        }
        return values;
    }

    /** Values of each row, in the order in which the rows were given. */
    Selection inOrder(List<Expression> values) {
        Ordering order = new Ordering(place(), false, Ordering.Nulls.DEFAULT);
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        values,
                        List.of(source),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        new Tail(List.of(order), Optional.empty(), false, Optional.empty(), List.of())));
    }
}
