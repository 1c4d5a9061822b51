// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Bind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements on a connection of JDBC, which stays the caller's: its transaction, and closing it. As thread-safe as
 * the connection is.
 *
 * <pre>{@code List<Row> rows = Queries.on(connection).list(select(u.id, u.email));}</pre>
 */
public final class Queries {
    private final Connection connection;

    private Queries(Connection connection) {
        this.connection = connection;
    }

    public static Queries on(Connection connection) {
        return new Queries(connection);
    }

    /** All rows. */
    public <R> List<R> list(Select<R> select) {
        return read(select, Integer.MAX_VALUE);
    }

    /** The only row; an error if there is none, or another. */
    public <R> R one(Select<R> select) {
        return oneOrNone(select)
                .orElseThrow(() -> new SqlException(SqlError.NO_ROW, "there is no row where one was wanted"));
    }

    /** The only row, if there is one; an error if there is another. */
    public <R> Optional<R> oneOrNone(Select<R> select) {
        List<R> rows = read(select, 2);
        if (rows.size() > 1) {
            throw new SqlException(
                    SqlError.SEVERAL_ROWS, "there are several rows where one was wanted; use first(…) if any will do");
        }
        return rows.stream().findFirst();
    }

    /** The first row, if there is one. */
    public <R> Optional<R> first(Select<R> select) {
        return read(select, 1).stream().findFirst();
    }

    private <R> List<R> read(Select<R> select, int most) {
        Rendered rendered = select.rendered();
        try (PreparedStatement statement = connection.prepareStatement(rendered.sql())) {
            if (most < Integer.MAX_VALUE) {
                statement.setMaxRows(most);
            }
            List<Bind> binds = new ArrayList<>();
            select.query().forEachBind(binds::add);
            for (int i = 0; i < binds.size(); i++) {
                binds.get(i).apply(statement, i + 1);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<R> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(select.result().read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new SqlException(
                    SqlError.EXECUTION_FAILED, e.getMessage() + "; the statement was " + rendered.sql(), e);
        }
    }
}
