// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Synchronize;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Lets the entities of a unit of work be as their rows are after a statement that writes. Where none is of a table that
 * it writes, nothing is done. For one use by one thread.
 */
final class Synchronizing {
    private final Command command;
    private final Reader reader;
    private final List<Object> touched = new ArrayList<>();
    private Optional<LoadedRows> own = Optional.empty();
    private boolean byKeys;

    private Synchronizing(Command command, Reader reader) {
        this.command = command;
        this.reader = reader;
    }

    static Synchronizing of(Command command, Reader reader, Synchronize how) {
        Synchronizing synchronizing = new Synchronizing(command, reader);
        if (how != Synchronize.NONE) {
            synchronizing.prepare(how);
        }
        return synchronizing;
    }

    private void prepare(Synchronize how) {
        for (Command change : Changes.in(command)) {
            LoadedRows rows = LoadedRows.of(reader.unit(), change);
            if (rows.isEmpty() || isNewOnly(change)) {
                continue;
            }
            if (change != command) {
                touched.addAll(rows.entities());
                continue;
            }
            own = Optional.of(rows);
            if (how == Synchronize.FETCH) {
                byKeys = true;
            } else {
                touched.addAll(new Matching(reader.unit(), change).among(rows.entities()));
            }
        }
    }

    private static boolean isNewOnly(Command change) {
        return change instanceof Insertion insertion
                && insertion.parts().conflict().isEmpty();
    }

    /** Whether the statement has to give the keys of its rows. */
    boolean givesRows() {
        return byKeys;
    }

    /** Whether there is anything to be done. */
    boolean isNeeded() {
        return own.isPresent() || !touched.isEmpty();
    }

    /** The statement, giving keys after what it gives anyway. */
    Command command() {
        if (!byKeys) {
            return command;
        }
        List<Expression> values = new ArrayList<>(Changes.returned(command));
        values.addAll(own.orElseThrow().key());
        return EntityCommand.returning(command, values);
    }

    /** The row that the cursor is at. */
    void row(Cursor cursor) throws SQLException {
        if (byKeys) {
            touched.addAll(
                    own.orElseThrow().at(cursor, Changes.returned(command).size()));
        }
    }

    /** The statement is done. */
    void done() {
        List<Object> there = new ArrayList<>();
        for (Object entity : touched) {
            if (command instanceof Deletion
                    && own.filter(rows -> rows.holdsAll(entity)).isPresent()) {
                Written.deleted(entity, unit());
            } else if (!unit().isObjectDeleted(entity)) {
                there.add(entity);
            }
        }
        reread(there);
    }

    private UnitOfWorkImpl unit() {
        return reader.unit();
    }

    /** Those that are not there any more were deleted by the statement, or by others. */
    private void reread(List<Object> entities) {
        for (Object entity : new Rereading(unit(), reader.mapped()).of(entities)) {
            Written.deleted(entity, unit());
        }
    }
}
