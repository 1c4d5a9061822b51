// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of an open cursor, one after the other. */
final class RowStream<R> extends Spliterators.AbstractSpliterator<R> implements AutoCloseable {
    private final PreparedStatement prepared;
    private final ResultSet result;
    private final Result<R> reader;
    private final String sql;

    private RowStream(PreparedStatement prepared, ResultSet result, Result<R> reader, String sql) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.prepared = prepared;
        this.result = result;
        this.reader = reader;
        this.sql = sql;
    }

    static <R> Stream<R> open(Connection connection, Rows<R> statement, int fetchSize, Moment moment) {
        if (fetchSize < 1) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a cursor fetches a row at least, not " + fetchSize);
        }
        Compiled compiled = statement.compiled();
        try {
            if (connection.getAutoCommit()) {
                throw new SqlException(
                        SqlError.STREAM_NEEDS_TRANSACTION,
                        "a cursor lives in a transaction; setAutoCommit(false) on the connection first");
            }
            RowStream<R> rows = open(connection, compiled, statement.result(), fetchSize, moment);
            return StreamSupport.stream(rows, false).onClose(rows::close);
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private static <R> RowStream<R> open(
            Connection connection, Compiled compiled, Result<R> reader, int fetchSize, Moment moment)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(compiled.sql());
        try {
            prepared.setFetchSize(fetchSize);
            compiled.bindTo(prepared, moment);
            return new RowStream<>(prepared, prepared.executeQuery(), reader, compiled.sql());
        } catch (SQLException | RuntimeException | Error e) {
            try {
                prepared.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        try {
            if (!result.next()) {
                return false;
            }
            action.accept(reader.read(result));
            return true;
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }

    @Override
    public void close() {
        try {
            prepared.close();
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }
}
