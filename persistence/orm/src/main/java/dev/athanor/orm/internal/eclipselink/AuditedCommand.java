// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.audit.Revision;
import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.CommonTable.Materialization;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Statements that write rows of audited tables, made to fill what is filled by itself, and to write the history of the
 * rows they touch: all in one statement. An update locks its rows first, to see them as they were; PostgreSQL 18 could
 * return them as well. Immutable.
 *
 * @param table what is known of the table
 * @param auditing who does it
 * @param now when
 */
record AuditedCommand(AuditedTable table, Auditing auditing, Instant now) {
    private static final String LOCKED = "athanor_locked";
    private static final String COLUMN = "athanor_column";
    private static final String KEY = "athanor_key";
    private static final String OLD = "athanor_old";

    /** What a statement has to be in a unit of work; itself, if it writes nothing that is audited. */
    static Command of(Command command, Auditors auditors, Auditing auditing) {
        return Optional.of(command)
                .filter(Changes::writes)
                .map(Changes::target)
                .flatMap(auditors::of)
                .map(table -> new AuditedCommand(table, auditing, auditing.now()))
                .map(audited -> audited.historic(audited.stamped(command)))
                .orElse(command);
    }

    private Command stamped(Command command) {
        if (command instanceof Modification update) {
            Modification.Parts parts = update.parts();
            return new Modification(
                    update.with(),
                    new Modification.Parts(
                            parts.target(),
                            stamped(parts.assignments()),
                            parts.from(),
                            parts.where(),
                            parts.returning()));
        }
        return command instanceof Insertion insert ? stamped(insert) : command;
    }

    private List<Assignment> stamped(List<Assignment> assignments) {
        List<Assignment> all = new ArrayList<>(assignments);
        for (Stamp stamp : table.stamps()) {
            String column = Names.of(stamp.field());
            if (stamp.updated()
                    && assignments.stream().noneMatch(set -> set.column().equals(column))) {
                all.add(new Assignment(column, stamp.bind(auditing, now)));
            }
        }
        return all;
    }

    /** The values of rows; those of a query are the query's. */
    private Insertion stamped(Insertion insert) {
        Insertion.Parts parts = insert.parts();
        List<Stamp> missing = table.stamps().stream()
                .filter(stamp -> !parts.columns().contains(Names.of(stamp.field())))
                .toList();
        List<String> columns = new ArrayList<>(parts.columns());
        List<List<Expression>> rows = new ArrayList<>(parts.rows());
        if (!rows.isEmpty() && !columns.isEmpty()) {
            missing.forEach(stamp -> columns.add(Names.of(stamp.field())));
            rows.replaceAll(row -> {
                List<Expression> whole = new ArrayList<>(row);
                missing.forEach(stamp -> whole.add(stamp.bind(auditing, now)));
                return whole;
            });
        }
        return new Insertion(
                insert.with(),
                new Insertion.Parts(
                        parts.target(),
                        columns,
                        rows,
                        parts.query(),
                        parts.overriding(),
                        parts.conflict().map(this::stamped),
                        parts.returning()));
    }

    /** A row that is there is updated. */
    private Conflict stamped(Conflict conflict) {
        return conflict.assignments().isEmpty()
                ? conflict
                : new Conflict(
                        conflict.target(),
                        conflict.indexed(),
                        conflict.constraint(),
                        stamped(conflict.assignments()),
                        conflict.where());
    }

    private Command historic(Command command) {
        if (!table.historic()) {
            return command;
        }
        List<Expression> returned = returned(command);
        CommonTableSource changed = HistoryCommand.changed(changing(command, labelled(returned)));
        HistoryCommand writer = new HistoryCommand(table, auditing, now);
        Insertion history =
                updatesOnConflict(command) ? writer.writing(changed, old(changed)) : writer.writing(changed);
        List<CommonTable> with = new ArrayList<>(command.with());
        with.add(new CommonTable("athanor_written", history, false, Materialization.DEFAULT));
        Selection given =
                HistoryCommand.select(given(changed, returned), List.of(changed), Optional.empty(), Tail.NONE);
        return new Selection(with, given.parts());
    }

    private static boolean updatesOnConflict(Command command) {
        return command instanceof Insertion insert
                && insert.parts()
                        .conflict()
                        .filter(conflict -> !conflict.assignments().isEmpty())
                        .isPresent();
    }

    /** The rows as they were: a statement sees its table as it was before it. */
    private Join old(CommonTableSource changed) {
        TableSource before = table.source(OLD);
        List<Expression> same = new ArrayList<>();
        for (int i = 0; i < table.keys().size(); i++) {
            Expression key = new ColumnReference(before, table.keys().get(i));
            same.add(new Operation(Operator.EQUAL, List.of(key, new ColumnReference(changed, KEY + i))));
        }
        return Clauses.leftJoin(before, same);
    }

    private static List<Expression> returned(Command command) {
        if (command instanceof Insertion insert) {
            return insert.parts().returning();
        }
        return command instanceof Modification update
                ? update.parts().returning()
                : ((Deletion) command).parts().returning();
    }

    private static List<Expression> labelled(List<Expression> returned) {
        return IntStream.range(0, returned.size())
                .<Expression>mapToObj(i -> new Labelled(returned.get(i).unlabelled(), COLUMN + i))
                .toList();
    }

    /** What the statement itself would give; the number of its rows, if it gives nothing. */
    private static List<Expression> given(CommonTableSource changed, List<Expression> returned) {
        if (returned.isEmpty()) {
            return List.of(Call.of(Call.Kind.AGGREGATE, "count", List.of()));
        }
        return IntStream.range(0, returned.size())
                .<Expression>mapToObj(i -> new ColumnReference(changed, COLUMN + i))
                .toList();
    }

    private Command changing(Command command, List<Expression> returned) {
        if (command instanceof Insertion insert) {
            return inserting(insert.parts(), returned);
        }
        return command instanceof Modification update
                ? updating(update.parts(), returned)
                : deleting(((Deletion) command).parts(), returned);
    }

    private Insertion inserting(Insertion.Parts parts, List<Expression> returned) {
        List<Expression> all = new ArrayList<>(returned);
        all.addAll(keys(parts.target()));
        Expression row = HistoryCommand.document(parts.target());
        Expression kind = parts.conflict().isPresent()
                ? insertedOrUpdated(parts.conflict().get(), parts.target())
                : HistoryCommand.kind(Revision.Kind.INSERT);
        return new Insertion(
                List.of(),
                new Insertion.Parts(
                        parts.target(),
                        parts.columns(),
                        parts.rows(),
                        parts.query(),
                        parts.overriding(),
                        parts.conflict(),
                        with(all, HistoryCommand.nothing(), row, kind)));
    }

    /** A row that was there has a transaction that locked it. */
    private static Expression insertedOrUpdated(Conflict conflict, TableSource target) {
        if (conflict.assignments().isEmpty()) {
            return HistoryCommand.kind(Revision.Kind.INSERT);
        }
        return new Template(
                List.of("case when ", " = 0 then 'INSERT' else 'UPDATE' end"),
                List.of(new ColumnReference(target, "xmax")));
    }

    private static Deletion deleting(Deletion.Parts parts, List<Expression> returned) {
        Expression row = HistoryCommand.document(parts.target());
        Expression kind = HistoryCommand.kind(Revision.Kind.DELETE);
        return new Deletion(
                List.of(),
                new Deletion.Parts(
                        parts.target(),
                        parts.using(),
                        parts.where(),
                        with(returned, row, HistoryCommand.nothing(), kind)));
    }

    private Modification updating(Modification.Parts parts, List<Expression> returned) {
        CommonTable locked = new CommonTable(LOCKED, locking(parts), false, Materialization.ALWAYS);
        CommonTableSource before = new CommonTableSource(LOCKED, Optional.of(locked), LOCKED);
        List<Source> from = new ArrayList<>(parts.from());
        from.add(before);
        List<Expression> where = new ArrayList<>();
        parts.where().ifPresent(where::add);
        for (int i = 0; i < table.keys().size(); i++) {
            Expression key = new ColumnReference(parts.target(), table.keys().get(i));
            where.add(new Operation(Operator.EQUAL, List.of(key, new ColumnReference(before, KEY + i))));
        }
        return new Modification(
                List.of(),
                new Modification.Parts(
                        parts.target(),
                        parts.assignments(),
                        from,
                        Optional.of(where.size() == 1 ? where.get(0) : new Operation(Operator.AND, where)),
                        with(
                                returned,
                                new ColumnReference(before, HistoryCommand.BEFORE),
                                HistoryCommand.document(parts.target()),
                                HistoryCommand.kind(Revision.Kind.UPDATE))));
    }

    private List<Expression> keys(TableSource source) {
        return IntStream.range(0, table.keys().size())
                .<Expression>mapToObj(i ->
                        new Labelled(new ColumnReference(source, table.keys().get(i)), KEY + i))
                .toList();
    }

    /** The rows that will be updated, locked before they are; the update has to wait for them. */
    private Selection locking(Modification.Parts parts) {
        List<Expression> selected = new ArrayList<>(keys(parts.target()));
        selected.add(new Labelled(HistoryCommand.document(parts.target()), HistoryCommand.BEFORE));
        Tail.Lock lock =
                new Tail.Lock(Tail.Strength.UPDATE, List.of(parts.target().alias()), Tail.Waiting.WAIT);
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        selected,
                        List.of(parts.target()),
                        parts.from().stream()
                                .map(source -> new Join(Join.Kind.CROSS, source, Optional.empty()))
                                .toList(),
                        parts.where(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        new Tail(List.of(), Optional.empty(), false, Optional.empty(), List.of(lock))));
    }

    private static List<Expression> with(
            List<Expression> returned, Expression before, Expression after, Expression kind) {
        List<Expression> all = new ArrayList<>(returned);
        all.addAll(HistoryCommand.given(before, after, kind));
        return all;
    }
}
