// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the one row that is wanted of a statement, and no more than show whether it is the only one. For one thread.
 */
final class Singles {
    private final Reader reader;

    Singles(Reader reader) {
        this.reader = reader;
    }

    <R> R one(Rows<R> statement) {
        List<R> rows = oneAtMost(statement);
        if (rows.isEmpty()) {
            throw new SqlException(SqlError.NO_ROW, "there is no row where one was wanted");
        }
        return rows.get(0);
    }

    <R> Optional<R> oneOrNone(Rows<R> statement) {
        return firstOf(oneAtMost(statement));
    }

    <R> Optional<R> first(Rows<R> statement) {
        return firstOf(reader.list(statement, 1));
    }

    <T> Optional<T> scalar(Rows<T> statement) {
        if (statement.selected().size() != 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a scalar is the one value that is selected, not one of "
                            + statement.selected().size());
        }
        return first(statement);
    }

    private static <R> Optional<R> firstOf(List<R> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    private <R> List<R> oneAtMost(Rows<R> statement) {
        List<R> rows = reader.list(statement, 2);
        if (rows.size() > 1) {
            throw new SqlException(
                    SqlError.SEVERAL_ROWS, "there are several rows where one was wanted; use first(…) if any will do");
        }
        return rows;
    }
}
