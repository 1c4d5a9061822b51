// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The renames that somebody has said. Each is done as soon as its new name is free, so that one may follow another. For
 * one use by one thread.
 */
final class GivenRenames {
    private final SchemaModel after;
    private final RenamedSchema renamed;
    private final SpokenNames before;
    private final SpokenNames wanted;
    private final List<Renames.Rename> confirmed;
    private final List<Renames.Rename> declared;

    GivenRenames(SchemaModel before, SchemaModel after, RenamedSchema renamed, Renames answers) {
        this.after = after;
        this.renamed = renamed;
        this.confirmed = new ArrayList<>(answers.confirmed());
        this.declared = new ArrayList<>(answers.declared());
        this.before = new SpokenNames(before);
        this.wanted = new SpokenNames(after);
    }

    void tables() {
        repeat(rename -> table(rename, false), rename -> table(rename, true));
    }

    void columns() {
        repeat(rename -> column(rename, false), rename -> column(rename, true));
    }

    private void repeat(Predicate<Renames.Rename> confirm, Predicate<Renames.Rename> declare) {
        boolean done = true;
        while (done) { // what was done may have freed a name
            boolean some = confirmed.removeIf(confirm);
            done = declared.removeIf(declare) || some;
        }
    }

    /** What is left of those that must be. */
    void refuseOthers() {
        if (!confirmed.isEmpty()) {
            Renames.Rename rename = confirmed.get(0);
            boolean isThere = before.has(rename.from());
            throw new MigrationException(
                    MigrationError.RENAME_UNKNOWN,
                    "\"" + rename.from() + "\" cannot be renamed to \"" + rename.to() + "\": "
                            + (isThere ? "the new one is not wanted, or there already" : "there is no such thing")
                            + ". On the left is what the database has, on the right what is wanted.");
        }
    }

    private boolean table(Renames.Rename rename, boolean onlyIfGone) {
        Optional<QualifiedName> from = new SpokenNames(renamed.schema()).table(rename.from());
        Optional<QualifiedName> to = wanted.table(rename.to());
        if (from.isEmpty() || to.isEmpty() || isTable(renamed.schema(), to.get())) {
            return false;
        }
        if (onlyIfGone && isTable(after, from.get()) && !leads(rename.from(), from.get())) {
            return false;
        }
        renamed.table(from.get(), to.get());
        return true;
    }

    /** Whether another one leads to the name that one leads away from. */
    private boolean leads(String spoken, QualifiedName table) {
        SpokenNames now = new SpokenNames(renamed.schema());
        return declared.stream()
                .anyMatch(other -> !other.from().equals(spoken)
                        && now.table(other.from()).isPresent()
                        && wanted.table(other.to()).equals(Optional.of(table)));
    }

    private static boolean isTable(SchemaModel model, QualifiedName name) {
        return model.table(name).isPresent();
    }

    private boolean column(Renames.Rename rename, boolean onlyIfGone) {
        Optional<ColumnName> to = wanted.column(rename.to());
        Optional<ColumnName> from = now(rename.from());
        if (from.isEmpty()
                || to.isEmpty()
                || !from.get().table().equals(to.get().table())
                || isColumn(renamed.schema(), to.get())) {
            return false;
        }
        if (onlyIfGone && isColumn(after, from.get()) && !leads(rename.from(), from.get())) {
            return false;
        }
        renamed.column(from.get().table(), from.get().name(), to.get().name());
        return true;
    }

    private boolean leads(String spoken, ColumnName column) {
        return declared.stream()
                .anyMatch(other -> !other.from().equals(spoken)
                        && now(other.from()).isPresent()
                        && wanted.column(other.to()).equals(Optional.of(column)));
    }

    /** Of a table by the name that it had, or has now. */
    private Optional<ColumnName> now(String spoken) {
        return before.column(spoken)
                .map(column -> new ColumnName(renamed.now(column.table()), column.name()))
                .filter(column -> isColumn(renamed.schema(), column))
                .or(() -> new SpokenNames(renamed.schema()).column(spoken));
    }

    private static boolean isColumn(SchemaModel model, ColumnName name) {
        return model.table(name.table())
                .flatMap(table -> table.column(name.name()))
                .isPresent();
    }
}
