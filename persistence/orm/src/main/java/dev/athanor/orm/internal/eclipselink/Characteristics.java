// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * How the transactions of a unit of work are. The database knows it, as others may have said so on the same connection;
 * it is told by statements about the transaction alone, which leave nothing on the connection. For one thread at a time.
 */
final class Characteristics {
    /** What PostgreSQL says if a snapshot was taken, or within a savepoint. */
    private static final String TOO_LATE = "25001";

    private final Nesting nesting;
    private TransactionSettings wanted = TransactionSettings.standard();

    Characteristics(Nesting nesting) {
        this.nesting = nesting;
    }

    /**
     * Says how the transaction is.
     *
     * @param unit the unit of work, on the connection of its transaction once this has returned
     */
    void set(TransactionSettings settings, Supplier<UnitOfWorkImpl> unit) {
        wanted = settings;
        try {
            if (!settings.equals(TransactionSettings.standard())) {
                apply(unit.get());
            }
        } finally {
            wanted = TransactionSettings.standard();
        }
    }

    /** Tells the database what is wanted, unless it is told. A transaction that begins does so before anything else. */
    void apply(UnitOfWorkImpl unit) {
        TransactionSettings settings = wanted;
        wanted = TransactionSettings.standard();
        UnitConnection connection = new UnitConnection(unit);
        settings.isolation().ifPresent(level -> isolate(connection, level));
        if (settings.isReadOnly()) {
            connection.run("set transaction read only");
        }
    }

    private void isolate(UnitConnection connection, IsolationLevel level) {
        try {
            connection.run("set transaction isolation level " + level.sql());
        } catch (SqlException e) {
            nesting.failed(e);
            throw e.sqlState().filter(TOO_LATE::equals).isPresent() ? refused(level, e) : e;
        }
    }

    private static RuntimeException refused(IsolationLevel level, SqlException cause) {
        return new OrmException(
                OrmError.ISOLATION_REFUSED,
                "the transaction cannot be " + level.sql() + " any more, because statements were run in it, or it is a"
                        + " nested block, with another isolation; say so where the transaction begins, or begin another",
                cause);
    }

    /** Whether the database refuses to write in the transaction that there is. */
    boolean isReadOnly(UnitOfWorkImpl unit) {
        String sql = "show transaction_read_only";
        return new UnitConnection(unit).use(sql, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet shown = statement.executeQuery(sql)) {
                return shown.next() && shown.getString(1).equals("on");
            }
        });
    }
}
