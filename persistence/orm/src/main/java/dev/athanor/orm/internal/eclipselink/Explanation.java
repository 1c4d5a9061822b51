// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.insight.Plan;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks PostgreSQL how it runs a statement. One that is run for that is undone: what it wrote is rolled back to a
 * savepoint. For one thread.
 */
final class Explanation {
    private final Connection connection;
    private final Compiled compiled;

    Explanation(Connection connection, Compiled compiled) {
        this.connection = connection;
        this.compiled = compiled;
    }

    /** How it would run. */
    Plan planned() {
        return explained("explain (verbose, format json) ");
    }

    /** How it did run. */
    Plan analyzed() {
        run("savepoint explained");
        try {
            return explained("explain (analyze, buffers, verbose, format json) ");
        } finally {
            run("rollback to savepoint explained");
            run("release savepoint explained");
        }
    }

    /** As statements: a container refuses savepoints of JDBC. */
    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }

    private Plan explained(String how) {
        try (PreparedStatement statement = connection.prepareStatement(how + compiled.sql())) {
            compiled.bindTo(statement);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Plan.of(rows.getString(1));
            }
        } catch (SQLException e) {
            throw SqlException.of(e, how + compiled.sql());
        }
    }
}
