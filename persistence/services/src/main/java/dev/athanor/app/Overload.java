// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/** Tells what fails now from what fails always: the same request may well be served a little later. */
public final class Overload {
    private static final Set<SqlError> OF_THE_DATABASE =
            Set.of(SqlError.CONNECTION_UNAVAILABLE, SqlError.CONNECTION_LOST, SqlError.TRANSACTION_CONFLICT);
    private static final Set<OrmError> OF_THE_SESSION = Set.of(OrmError.RETRY_GIVEN_UP, OrmError.WORK_REFUSED);

    /** Of SQL: no connection, and a server that is stopped, starts, or takes no more. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private Overload() {}

    /**
     * Whether no connection was to be had, the database is away, others are in the way again and again, or too much is
     * waiting already.
     */
    public static boolean tells(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof SqlException sql) {
            return OF_THE_DATABASE.contains(sql.code());
        }
        if (cause instanceof OrmException orm) {
            return OF_THE_SESSION.contains(orm.code());
        }
        return cause instanceof TooBusy || (cause instanceof SQLException failure && isOfConnections(failure));
    }

    private static boolean isOfConnections(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return failure instanceof SQLTransientConnectionException || state.startsWith("08") || STATES.contains(state);
    }
}
