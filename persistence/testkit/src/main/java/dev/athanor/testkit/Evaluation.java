// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database says of an expression in every row: at once, or by halves where a row makes it fail. */
final class Evaluation {
    /** Numbers out of range, divisions by zero, and dates out of range. */
    private static final Set<String> OUT_OF_RANGE = Set.of("22003", "22012", "22008");

    private final Connection connection;
    private final Reading reading;
    private final Table table;
    private final Expr<?> expression;
    private final Map<Integer, Answer> answers = new HashMap<>();

    private Evaluation(Connection connection, Reading reading, Table table, Expr<?> expression) {
        this.connection = connection;
        this.reading = reading;
        this.table = table;
        this.expression = expression;
    }

    /** The answers for the rows between two numbers. */
    static Map<Integer, Answer> of(
            Connection connection, Reading reading, Table table, Expr<?> expression, int first, int last)
            throws SQLException {
        Evaluation evaluation = new Evaluation(connection, reading, table, expression);
        evaluation.evaluate(first, last);
        return evaluation.answers;
    }

    private void evaluate(int first, int last) throws SQLException {
        Optional<Failure> failure = tried(first, last);
        if (failure.isEmpty()) {
            return;
        }
        if (first == last || !failure.get().ofRow()) {
            for (int row = first; row <= last; row++) {
                answers.put(row, failure.get().answer());
            }
            return;
        }
        int middle = first + (last - first) / 2;
        evaluate(first, middle);
        evaluate(middle + 1, last);
    }

    /** Evaluates some rows; what is wrong if that fails. */
    private Optional<Failure> tried(int first, int last) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Optional<Failure> failure = read(first, last);
        if (failure.isPresent()) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return failure;
    }

    private Optional<Failure> read(int first, int last) {
        try {
            Map<Integer, List<@Nullable Object>> read = reading.between(table, expression, first, last);
            read.forEach((row, values) -> answers.put(row, Answer.of(values.get(0))));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Failure.of(e));
        } catch (SqlException e) {
            return Optional.of(new Failure(
                    new Answer.Failed(String.valueOf(e.getMessage())), e.code() == SqlError.VALUE_UNREADABLE));
        }
    }

    /** Why some rows could not be evaluated, and whether others may be. */
    private record Failure(Answer answer, boolean ofRow) {
        static Failure of(SQLException cause) {
            String state = Optional.ofNullable(cause.getSQLState()).orElse("");
            String reason = String.valueOf(cause.getMessage());
            Answer answer = OUT_OF_RANGE.contains(state) ? new Answer.Refused(reason) : new Answer.Failed(reason);
            return new Failure(answer, state.startsWith("22") || state.startsWith("21"));
        }
    }
}
