// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a connection of JDBC, which stays the caller's: its transaction, and closing it. As thread-safe as
 * the connection is.
 *
 * <pre>{@code List<Row> rows = Queries.on(connection).list(select(u.id, u.email));}</pre>
 */
public final class Queries {
    private final Connection connection;
    private final Supplier<Moment> moments;

    private Queries(Connection connection, Supplier<Moment> moments) {
        this.connection = connection;
        this.moments = moments;
    }

    /** Runs statements on this connection. */
    public static Queries on(Connection connection) {
        return new Queries(connection, Moment::ofSystem);
    }

    /** The same by another clock: what {@link Clocked} gives is of its time and its time zone. */
    public Queries at(Clock clock) {
        return new Queries(connection, () -> Moment.of(clock));
    }

    /** All rows. */
    public <R> List<R> list(Rows<R> statement) {
        return read(statement, 0);
    }

    /** The only row; an error if there is none, or another. A selected value that is null is given as null. */
    public <R> R one(Rows<R> statement) {
        List<R> rows = oneAtMost(statement);
        if (rows.isEmpty()) {
            throw new SqlException(SqlError.NO_ROW, "there is no row where one was wanted");
        }
        return rows.get(0);
    }

    /** The only row; none if there is no row, or its selected value is null; an error if there is another. */
    public <R> Optional<R> oneOrNone(Rows<R> statement) {
        return firstOf(oneAtMost(statement));
    }

    /** The first row; none if there is no row, or its selected value is null. */
    public <R> Optional<R> first(Rows<R> statement) {
        return firstOf(read(statement, 1));
    }

    private static <R> Optional<R> firstOf(List<R> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    private <R> List<R> oneAtMost(Rows<R> statement) {
        List<R> rows = read(statement, 2);
        if (rows.size() > 1) {
            throw new SqlException(
                    SqlError.SEVERAL_ROWS, "there are several rows where one was wanted; use first(…) if any will do");
        }
        return rows;
    }

    /**
     * All rows, fetched a few at a time by a cursor of the server's, within the caller's transaction. To be closed.
     *
     * @param fetchSize how many rows travel at once
     */
    public <R> Stream<R> stream(Rows<R> statement, int fetchSize) {
        return RowStream.open(connection, statement, fetchSize, moments.get());
    }

    /** Runs a statement, and gives the number of rows it touched. */
    public long execute(Statement statement) {
        Compiled compiled = statement.compiled();
        try (PreparedStatement prepared = connection.prepareStatement(compiled.sql())) {
            compiled.bindTo(prepared, moments.get());
            if (prepared.execute()) {
                return count(prepared);
            }
            return prepared.getLargeUpdateCount();
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private static long count(PreparedStatement prepared) throws SQLException {
        long rows = 0;
        try (ResultSet result = prepared.getResultSet()) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    /**
     * Runs a statement once for each of several sets of values of its parameters, in one round trip or a few.
     *
     * @return the number of rows that each touched
     */
    public List<Long> batch(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        String sql = statement.sql();
        Moment moment = moments.get();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            for (Map<String, ? extends @Nullable Object> set : values) {
                bound(statement, set).compiled().bindTo(prepared, moment);
                prepared.addBatch();
            }
            return LongStream.of(prepared.executeLargeBatch()).boxed().toList();
        } catch (BatchUpdateException e) {
            throw SqlException.of(Optional.ofNullable(e.getNextException()).orElse(e), sql);
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }

    private static Statement bound(Statement statement, Map<String, ? extends @Nullable Object> values) {
        Statement bound = statement;
        for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
            bound = bound.bind(value.getKey(), value.getValue());
        }
        return bound;
    }

    private <R> List<R> read(Rows<R> statement, int most) {
        Compiled compiled = statement.compiled();
        try (PreparedStatement prepared = connection.prepareStatement(compiled.sql())) {
            prepared.setMaxRows(most);
            compiled.bindTo(prepared, moments.get());
            try (ResultSet result = prepared.executeQuery()) {
                Result<R> reader = statement.result();
                List<R> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }
}
