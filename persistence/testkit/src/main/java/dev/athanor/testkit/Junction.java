// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.Table;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns by which a relation holds: those of the owner equal those of the target, or a table links both.
 *
 * @param own the owner's columns
 * @param target the target's columns, in the same order unless there is a link
 * @param link the table between the two
 */
record Junction(List<Slot> own, List<Slot> target, Optional<Link> link) {
    /**
     * A table between two.
     *
     * @param table the table
     * @param own its columns that equal the owner's
     * @param target its columns that equal the target's
     */
    record Link(TemporaryTable table, List<Slot> own, List<Slot> target) {}

    /** Reads the condition by which a relation is joined. */
    static final class Reader {
        private final Table owner;
        private final Table target;
        private final Source joined;
        private final List<Pair> pairs;

        /** None, if the condition is more than that columns are equal. */
        static Optional<Reader> of(Association<?, ?> association, Table owner, Table target) {
            return pairs(on(association, target).unlabelled())
                    .map(pairs -> new Reader(owner, target, joined(association, target), pairs));
        }

        private Reader(Table owner, Table target, Source joined, List<Pair> pairs) {
            this.owner = owner;
            this.target = target;
            this.joined = joined;
            this.pairs = pairs.stream().map(this::turned).toList();
        }

        @SuppressWarnings("unchecked") // the table is of the class that the association names
        private static <Q extends Table> Expression on(Association<?, Q> association, Table target) {
            return association.on((Q) target).node();
        }

        @SuppressWarnings("unchecked") // the table is of the class that the association names
        private static <Q extends Table> Source joined(Association<?, Q> association, Table target) {
            return association.joined((Q) target).source();
        }

        private static Optional<List<Pair>> pairs(Expression condition) {
            if (!(condition instanceof Operation operation)) {
                return Optional.empty();
            }
            List<Expression> operands = operation.operands();
            if (operation.operator() == Operator.EQUAL
                    && operands.get(0) instanceof ColumnReference left
                    && operands.get(1) instanceof ColumnReference right) {
                return Optional.of(List.of(new Pair(left, right)));
            }
            return operation.operator() == Operator.AND ? all(operands) : Optional.empty();
        }

        private static Optional<List<Pair>> all(List<Expression> conditions) {
            List<Pair> all = new ArrayList<>();
            for (Expression condition : conditions) {
                Optional<List<Pair>> some = pairs(condition);
                if (some.isEmpty()) {
                    return some;
                }
                all.addAll(some.get());
            }
            return Optional.of(all);
        }

        /** With the owner's column first. */
        private Pair turned(Pair pair) {
            return ofTarget(pair.left) ? pair.turned() : pair;
        }

        private boolean ofTarget(ColumnReference column) {
            return column.source().declared().alias().equals(target.source().alias());
        }

        /** Whether a table is between the two. */
        boolean isLinked() {
            return linked().isPresent();
        }

        /** Whether the owner's columns are a part of its key. */
        boolean withinKey() {
            return pairs.stream().allMatch(pair -> has(owner.key(), pair.left));
        }

        /** Whether the target is the one that refers. */
        boolean inverse() {
            return !pairs.stream().allMatch(pair -> has(target.key(), pair.right));
        }

        private static boolean has(List<Column<?>> columns, ColumnReference column) {
            return columns.stream().anyMatch(known -> known.expression().node().sameStructure(column));
        }

        private Optional<JoinedSource.Part> linked() {
            return joined instanceof JoinedSource both && !joined.sameStructure(target.source())
                    ? Optional.of(both.parts().get(both.parts().size() - 1))
                    : Optional.empty();
        }

        /** The columns, which their tables then have. */
        Junction junction(TemporaryTables tables) {
            return linked().map(part -> linked(part, tables)).orElseGet(() -> direct(tables));
        }

        private Junction direct(TemporaryTables tables) {
            List<Slot> own = new ArrayList<>();
            List<Slot> others = new ArrayList<>();
            for (Pair pair : pairs) {
                own.add(slot(tables, pair.left, type(pair)));
                others.add(slot(tables, pair.right, type(pair)));
            }
            return new Junction(own, others, Optional.empty());
        }

        private Junction linked(JoinedSource.Part part, TemporaryTables tables) {
            List<Slot> own = new ArrayList<>();
            List<Slot> ownLinks = new ArrayList<>();
            for (Pair pair : pairs) {
                own.add(slot(tables, pair.left, type(pair)));
                ownLinks.add(slot(tables, pair.right, type(pair)));
            }
            List<Slot> others = new ArrayList<>();
            List<Slot> otherLinks = new ArrayList<>();
            for (int i = 0; i < part.columns().size(); i++) {
                ColumnReference referred =
                        new ColumnReference(target.source(), part.rootColumns().get(i));
                SqlType<?> type = known(target, referred).orElseThrow();
                others.add(slot(tables, referred, type));
                otherLinks.add(tables.of(part.table()).slot(part.columns().get(i), type));
            }
            return new Junction(own, others, Optional.of(new Link(tables.of(part.table()), ownLinks, otherLinks)));
        }

        private static Slot slot(TemporaryTables tables, ColumnReference column, SqlType<?> type) {
            return tables.of(TemporaryTables.table(column.source())).slot(column.name(), type);
        }

        private SqlType<?> type(Pair pair) {
            return known(owner, pair.left).or(() -> known(target, pair.right)).orElseThrow();
        }

        private static Optional<SqlType<?>> known(Table table, ColumnReference column) {
            return table.columns().stream()
                    .filter(known -> known.expression().node().sameStructure(column))
                    .<SqlType<?>>map(known -> known.expression().type())
                    .findFirst();
        }
    }

    /** Two columns that are equal; the owner's is the left one in the end. */
    private record Pair(ColumnReference left, ColumnReference right) {
        Pair turned() {
            ColumnReference first = right;
            return new Pair(first, left);
        }
    }
}
