// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.insight.Plan;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Asks PostgreSQL how it runs a statement. One that is run for that is undone: what it wrote is rolled back to a
 * savepoint. For one thread.
 */
final class Explanation {
    private final Nesting nesting;
    private final Connection connection;
    private final Compiled compiled;

    private Explanation(Nesting nesting, Connection connection, Compiled compiled) {
        this.nesting = nesting;
        this.connection = connection;
        this.compiled = compiled;
    }

    static Explanation of(Statement statement, Attachment at) {
        at.needTransaction("a statement is explained on the connection of a transaction");
        Compiled compiled = at.newReader().compiled(statement);
        UnitOfWorkImpl unit = at.unit();
        return new Explanation(SessionContext.of(unit).nesting(), Connections.of(unit), compiled);
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
