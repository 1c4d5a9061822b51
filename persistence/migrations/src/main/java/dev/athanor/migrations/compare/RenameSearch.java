// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Candidates.Candidate;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what was renamed between two schemas, by answers or by asking. For one use by one thread. */
final class RenameSearch {
    private final SchemaModel after;
    private final Renames answers;
    private final RenamedSchema renamed;
    private final Set<QualifiedName> droppedTables = new HashSet<>();
    private final Set<ColumnName> droppedColumns = new HashSet<>();
    private final List<List<RenameCandidate>> undecided = new ArrayList<>();

    RenameSearch(SchemaModel before, SchemaModel after, Renames answers) {
        this.after = after;
        this.answers = answers;
        this.renamed = new RenamedSchema(before, after);
        SpokenNames there = new SpokenNames(before);
        answers.dropped().forEach(name -> drop(name, there));
        GivenRenames given = new GivenRenames(before, after, renamed, answers);
        given.tables();
        tables();
        given.columns();
        after.tables().forEach(this::columns);
        given.refuseOthers();
        if (!undecided.isEmpty()) {
            throw undecided();
        }
    }

    private void drop(String name, SpokenNames there) {
        if (!there.has(name)) {
            throw new MigrationException(
                    MigrationError.RENAME_UNKNOWN, "there is no \"" + name + "\" that could be dropped");
        }
        there.table(name).ifPresent(droppedTables::add);
        there.column(name).ifPresent(droppedColumns::add);
    }

    /** What was before, by the names that it gets. */
    SchemaModel renamed() {
        return renamed.schema();
    }

    /** What gives it those names. */
    List<Change> changes() {
        return renamed.changes();
    }

    private MigrationException undecided() {
        String list = undecided.stream()
                .map(candidates -> "\n  " + candidates.get(0).from() + " is gone, and may be "
                        + candidates.stream()
                                .map(one -> one.to() + " (" + one.percent() + " %)")
                                .collect(Collectors.joining(" or "))
                        + ": answer " + candidates.get(0).answer() + ", or drop "
                        + candidates.get(0).from())
                .collect(Collectors.joining());
        return new MigrationException(
                MigrationError.RENAME_UNDECIDED,
                "what became of these, nobody says. Declare @RenamedFrom at the entity or the attribute, or answer:"
                        + list);
    }

    private void tables() {
        List<Table> gone = renamed.schema().tables().stream()
                .filter(table ->
                        after.table(table.name()).isEmpty() && !droppedTables.contains(renamed.before(table.name())))
                .toList();
        List<Table> added = after.tables().stream()
                .filter(table -> renamed.schema().table(table.name()).isEmpty())
                .toList();
        Set<QualifiedName> targets = targets(renamed.schema());
        Set<QualifiedName> wantedTargets = targets(after);
        decide(
                new Candidates<>(
                        gone,
                        added,
                        (one, other) -> Likeness.ofTables(
                                one, targets.contains(one.name()), other, wantedTargets.contains(other.name()))),
                from -> renamed.spoken(from.name()),
                to -> renamed.spoken(to.name()),
                (from, to) -> renamed.table(from.name(), to.name()));
    }

    private static Set<QualifiedName> targets(SchemaModel model) {
        return model.tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(ForeignKey::target)
                .collect(Collectors.toSet());
    }

    private void columns(Table wanted) {
        Optional<Table> same = renamed.schema().table(wanted.name());
        if (same.isEmpty()) {
            return;
        }
        Table old = same.get();
        QualifiedName before = renamed.before(old.name());
        List<Column> gone = old.columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty()
                        && column.generated().isEmpty()
                        && !droppedColumns.contains(new ColumnName(before, column.name())))
                .toList();
        List<Column> added = wanted.columns().stream()
                .filter(column -> old.column(column.name()).isEmpty()
                        && column.generated().isEmpty())
                .toList();
        decide(
                new Candidates<>(gone, added, (one, other) -> Likeness.ofColumns(one, old, other, wanted)),
                from -> renamed.spoken(new ColumnName(before, from.name())),
                to -> renamed.spoken(new ColumnName(old.name(), to.name())),
                (from, to) -> renamed.column(old.name(), from.name(), to.name()));
    }

    private <T> void decide(
            Candidates<T> candidates, Function<T, String> old, Function<T, String> wanted, Decision<T> decision) {
        if (answers.allDropped()) {
            return;
        }
        Set<T> taken = new HashSet<>();
        for (List<Candidate<T>> some : candidates.all()) {
            List<Candidate<T>> open =
                    some.stream().filter(one -> !taken.contains(one.to())).toList();
            List<RenameCandidate> asked = open.stream()
                    .map(one -> new RenameCandidate(
                            old.apply(one.from()), wanted.apply(one.to()), (int) Math.round(100 * one.likeness())))
                    .toList();
            if (asked.isEmpty()) {
                continue;
            }
            if (answers.question().isEmpty()) {
                undecided.add(asked);
                continue;
            }
            answers.question().get().choose(asked).ifPresent(chosen -> {
                Candidate<T> one = open.get(asked.indexOf(chosen));
                taken.add(one.to());
                decision.rename(one.from(), one.to());
            });
        }
    }

    /** What is done when it is decided. */
    private interface Decision<T> {
        void rename(T from, T to);
    }
}
