// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Altered;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeVisitor;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.Renamed;
import dev.athanor.migrations.compare.ValuesChanged;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.List;

/** What changes cost that cannot be had back. */
final class Losses {
    private Losses() {}

    /** What to know before it is done. */
    static List<String> of(Change change) {
        return change.accept(new Forward());
    }

    /** What to know before it is taken back. */
    static List<String> ofTakingBack(Change change) {
        return change instanceof Removed removed && keepsRows(removed)
                ? List.of("Irreversible: what was in it does not come back.")
                : List.of();
    }

    private static boolean keepsRows(Removed removed) {
        return removed.object() instanceof Table
                || removed.object() instanceof Sequence
                || (removed.object() instanceof TableColumn column
                        && column.column().generated().isEmpty());
    }

    private static final class Forward implements ChangeVisitor<List<String>> {
        @Override
        public List<String> visit(Added added) {
            return List.of();
        }

        @Override
        public List<String> visit(Removed removed) {
            return keepsRows(removed) && !(removed.object() instanceof Sequence)
                    ? List.of("What is in it is lost.")
                    : List.of();
        }

        @Override
        public List<String> visit(Altered altered) {
            boolean retyped = altered.before() instanceof TableColumn before
                    && altered.after() instanceof TableColumn after
                    && !before.column().type().equals(after.column().type());
            return retyped ? List.of("Values that do not fit the type make this fail.") : List.of();
        }

        @Override
        public List<String> visit(Renamed renamed) {
            return List.of();
        }

        @Override
        public List<String> visit(ValuesChanged changed) {
            return List.of();
        }
    }
}
