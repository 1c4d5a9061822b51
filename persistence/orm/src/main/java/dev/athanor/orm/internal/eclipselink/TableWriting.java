// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.internal.bulk.BinaryForm;
import dev.athanor.orm.internal.bulk.Copying;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.Result;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.TableSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.logging.SessionLog;

/**
 * Inserts rows into tables: by {@code COPY} if nothing is to be given of them, otherwise from arrays. For one use by
 * one thread.
 */
final class TableWriting {
    /** Fewer go as quickly from arrays, by a statement that the database has prepared. */
    private static final int COPIED_FROM = 32;

    private final Reader reader;
    private final UnitConnection connection;
    private final Map<String, TableColumns> columns = new HashMap<>();

    TableWriting(Reader reader) {
        this.reader = reader;
        this.connection = new UnitConnection(reader.unit());
    }

    Reader reader() {
        return reader;
    }

    UnitOfWorkImpl unit() {
        return reader.unit();
    }

    UnitConnection connection() {
        return connection;
    }

    /** What the database has a table for. */
    TableColumns columns(TableSource table) {
        return columns.computeIfAbsent(
                table.schema().orElse("") + "." + table.name(), name -> TableColumns.of(connection, table));
    }

    long insert(TableRows rows) {
        Optional<Long> copied = copied(rows);
        if (copied.isPresent()) {
            return copied.get();
        }
        Command insertion = insertion(rows, List.of());
        Command audited = reader.audited(insertion);
        Compiled compiled = Compiled.of(audited);
        return audited == insertion || audited instanceof Insertion
                ? reader.run(new StatementCall(compiled, 0, 0).counting())
                : reader.numbers(compiled).get(0);
    }

    /** Copies rows; none if they are few, or not to be copied. */
    private Optional<Long> copied(TableRows rows) {
        return isCopied(rows)
                ? connection.use("copy " + rows.target().name(), open -> copied(open, rows))
                : Optional.empty();
    }

    /** Whether rows are kept as they are given, and with nothing but that. */
    boolean isForeseeable(TableRows rows) {
        return columns(rows.target()).foreseeable() && isCopied(rows);
    }

    /** What is to have a history, and what is filled by itself, needs a statement. */
    private boolean isCopied(TableRows rows) {
        return rows.rows().size() >= COPIED_FROM
                && columns(rows.target()).copyable()
                && reader.mapped().auditors().of(rows.target()).isEmpty();
    }

    /** None if the driver's classes are not those that the application sees. */
    private Optional<Long> copied(Connection open, TableRows rows) throws SQLException {
        try {
            if (!Copying.isPossible(open)) {
                return Optional.empty();
            }
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
        Optional<List<BinaryForm>> forms =
                columns(rows.target()).forms(rows).filter(all -> BinaryForm.areTaken(all, rows.rows()));
        String sql = Copying.sql(rows, forms.isPresent());
        unit().log(SessionLog.FINE, SessionLog.SQL, sql, null, unit().getAccessor(), false);
        return Optional.of(Copying.copy(open, rows, forms));
    }

    /** Inserts rows, and gives what is made of each, in their order. */
    <V> List<V> insert(TableRows rows, List<Expression> returning, Result<V> result) {
        List<V> values = reader.values(compiled(rows, returning), result, 0);
        checkAll(rows, values.size());
        return values;
    }

    /** Inserts rows, and gives the numbers that the database makes their keys, in their order. */
    List<Long> generate(TableRows rows, Expression key) {
        return new ForeseenValues(this).insert(rows, key, Long.class).orElseGet(() -> returned(rows, key));
    }

    private List<Long> returned(TableRows rows, Expression key) {
        List<Long> keys = reader.numbers(compiled(rows, List.of(key)));
        checkAll(rows, keys.size());
        return keys;
    }

    private Compiled compiled(TableRows rows, List<Expression> returning) {
        return Compiled.of(reader.audited(insertion(rows, returning)));
    }

    /** What is not there cannot be told from what is: a trigger kept it out. */
    static void checkAll(TableRows rows, int inserted) {
        if (inserted != rows.rows().size()) {
            throw new OrmException(
                    OrmError.BULK_UNSUPPORTED,
                    "of " + rows.rows().size() + " rows, " + inserted + " were inserted into \""
                            + rows.target().name()
                            + "\", and which is not known: a trigger or a rule of the table keeps rows out; insert without"
                            + " returning");
        }
    }

    /** Generated columns that are given values take them, as they do by {@code COPY}. */
    Insertion insertion(TableRows rows, List<Expression> returning) {
        GivenRows given = new GivenRows(rows, columns(rows.target()));
        List<String> filled = new ArrayList<>(rows.columns());
        List<Expression> values = new ArrayList<>(given.values());
        for (Stamp stamp : stamps(rows.target())) {
            if (!filled.contains(Names.of(stamp.field()))) {
                filled.add(Names.of(stamp.field()));
                values.add(stamp.bind(auditing(), auditing().now()));
            }
        }
        return new Insertion(
                List.of(),
                new Insertion.Parts(
                        rows.target(),
                        filled,
                        List.of(),
                        Optional.of(given.inOrder(values)),
                        true,
                        Optional.empty(),
                        returning));
    }

    /** What is filled by itself. */
    private List<Stamp> stamps(TableSource table) {
        return reader.mapped().auditors().of(table).map(AuditedTable::stamps).orElse(List.of());
    }

    private Auditing auditing() {
        return SessionContext.of(unit()).settings().auditing();
    }
}
