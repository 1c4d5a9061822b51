// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * How the transactions of a unit of work are. The database knows it, as others may have said so on the same connection;
 * it is told by statements about the transaction alone, which leave nothing on the connection. For one thread at a
 * time.
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
        if (settings.equals(TransactionSettings.standard())) {
            return;
        }
        wanted = settings;
        apply(unit.get());
    }

    /** Tells the database what is wanted, unless it is told. A transaction that begins does so before anything else. */
    void apply(UnitOfWorkImpl unit) {
        TransactionSettings settings = wanted;
        wanted = TransactionSettings.standard();
        List<String> modes = new ArrayList<>();
        settings.isolation().ifPresent(level -> modes.add("isolation level " + level.sql()));
        if (settings.isReadOnly()) {
            modes.add("read only");
        }
        if (!modes.isEmpty()) {
            tell(new UnitConnection(unit), settings, "set transaction " + String.join(", ", modes));
        }
    }

    private void tell(UnitConnection connection, TransactionSettings settings, String sql) {
        try {
            connection.run(sql);
        } catch (SqlException e) {
            nesting.failed(e);
            throw e.sqlState().filter(TOO_LATE::equals).isPresent() ? refused(settings, e) : e;
        }
    }

    private static RuntimeException refused(TransactionSettings settings, SqlException cause) {
        return new OrmException(
                OrmError.ISOLATION_REFUSED,
                "the transaction cannot be made " + settings
                        + " any more, because statements were run in it, or it is a nested"
                        + " block, with another isolation; say so where the transaction begins, or begin another",
                cause);
    }

    /** How isolated the transaction is that there is; PostgreSQL takes dirty reads for those of what is committed. */
    IsolationLevel isolation(UnitOfWorkImpl unit) {
        String shown = shown(unit, "transaction_isolation");
        return Stream.of(IsolationLevel.values())
                .filter(level -> level.sql().equals(shown))
                .findFirst()
                .orElse(IsolationLevel.READ_COMMITTED);
    }

    /** Whether the database refuses to write in the transaction that there is. */
    boolean isReadOnly(UnitOfWorkImpl unit) {
        return shown(unit, "transaction_read_only").equals("on");
    }

    /** Asking so takes no snapshot. */
    private static String shown(UnitOfWorkImpl unit, String name) {
        String sql = "show " + name;
        return new UnitConnection(unit).use(sql, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet shown = statement.executeQuery(sql)) {
                shown.next();
                return shown.getString(1);
            }
        });
    }
}
