// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.insight.Plan;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Asks PostgreSQL how it runs a statement. One that is run for that is undone: what it wrote is rolled back to a
 * savepoint. For one thread.
 */
final class Explanation {
    private final Nesting nesting;
    private final Connection connection;
    private final Compiled compiled;

    Explanation(Nesting nesting, Connection connection, Compiled compiled) {
        this.nesting = nesting;
        this.connection = connection;
        this.compiled = compiled;
    }

    /** How it would run. */
    Plan planned() {
        return explained("explain (verbose, format json) ");
    }

    /** How it did run. */
    Plan analyzed() {
        return nesting.trial(() -> explained("explain (analyze, buffers, verbose, format json) "));
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
