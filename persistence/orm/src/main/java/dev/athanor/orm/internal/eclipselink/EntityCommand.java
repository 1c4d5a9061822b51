// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement for entities that gives all that is needed to know of each row: columns that their generated table does
 * not have, such as the one that tells the class, and tables of subclasses. Immutable.
 *
 * @param command the statement
 * @param positions where each column of the plan is in a row, from 1
 */
record EntityCommand(Command command, List<Integer> positions) {
    /** What a statement that selects entities has to be. */
    static EntityCommand of(EntityPlan plan, Command command) {
        if (command instanceof Selection selection) {
            return ofSelection(plan, selection);
        }
        if (command instanceof Combination combination) {
            return ofCombination(plan, combination);
        }
        Command restricted = restricted(plan, command);
        Giving giving = Giving.of(plan, returned(restricted), source(returned(restricted)));
        return new EntityCommand(returning(restricted, giving.expressions), giving.positions);
    }

    private static EntityCommand ofSelection(EntityPlan plan, Selection selection) {
        Source given = source(selection.parts().selected());
        Selection whole = new Completion(plan, root(given)).map(selection);
        Source source = plan.completed(given);
        Giving giving = Giving.of(plan, whole.parts().selected(), source);
        return new EntityCommand(selecting(whole, giving.expressions), giving.positions);
    }

    /** About rows of the class, and of all classes below that the unit has. */
    private static Command restricted(EntityPlan plan, Command command) {
        Source target = source(returned(command));
        return new Mapper() {
            @Override
            protected Node change(Node node) {
                return node instanceof TableSource table && table.sameStructure(target)
                        ? plan.restricted(table)
                        : super.change(node);
            }
        }.map(command);
    }

    /** Each side has to give the same. */
    private static EntityCommand ofCombination(EntityPlan plan, Combination combination) {
        List<EntityCommand> sides =
                combination.parts().sides().stream().map(side -> of(plan, side)).toList();
        Combination.Parts parts = combination.parts();
        Combination whole = new Combination(
                combination.with(),
                new Combination.Parts(
                        parts.kind(),
                        parts.all(),
                        sides.stream().map(EntityCommand::command).toList(),
                        parts.tail()));
        return new EntityCommand(whole, sides.get(0).positions);
    }

    /** The source that the entities of a select come from, when it is complete. */
    static Source source(EntityPlan plan, Selection selection) {
        return plan.completed(source(selection.parts().selected()));
    }

    /** The source that the entities come from: all that their table has is selected first. */
    private static Source source(List<Expression> selected) {
        return ((ColumnReference) selected.get(0).unlabelled()).source().declared();
    }

    private static TableSource root(Source source) {
        return source instanceof JoinedSource joined ? joined.root() : (TableSource) source;
    }

    private static Selection selecting(Selection whole, List<Expression> selected) {
        Selection.Parts parts = whole.parts();
        return new Selection(
                whole.with(),
                new Selection.Parts(
                        parts.distinct(),
                        parts.distinctOn(),
                        selected,
                        parts.from(),
                        parts.joins(),
                        parts.where(),
                        parts.groupBy(),
                        parts.having(),
                        parts.windows(),
                        parts.tail()));
    }

    /** A part of a statement that refers to a source of entities, when that is complete. */
    static <N extends Node> N completed(EntityPlan plan, Source source, N part) {
        return new Completion(plan, root(source)).map(part);
    }

    private static List<Expression> returned(Command command) {
        if (command instanceof Insertion insertion) {
            return insertion.parts().returning();
        }
        return command instanceof Modification modification
                ? modification.parts().returning()
                : ((Deletion) command).parts().returning();
    }

    /** A command that writes, giving these values of each row. */
    static Command returning(Command command, List<Expression> values) {
        if (command instanceof Insertion insertion) {
            Insertion.Parts parts = insertion.parts();
            return new Insertion(
                    insertion.with(),
                    new Insertion.Parts(
                            parts.target(),
                            parts.columns(),
                            parts.rows(),
                            parts.query(),
                            parts.overriding(),
                            parts.conflict(),
                            values));
        }
        if (command instanceof Modification modification) {
            Modification.Parts parts = modification.parts();
            return new Modification(
                    modification.with(),
                    new Modification.Parts(parts.target(), parts.assignments(), parts.from(), parts.where(), values));
        }
        Deletion.Parts parts = ((Deletion) command).parts();
        return new Deletion(command.with(), new Deletion.Parts(parts.target(), parts.using(), parts.where(), values));
    }

    /** What is selected, with the columns of a plan that are not among it at its end. */
    private record Giving(List<Expression> expressions, List<Integer> positions) {
        static Giving of(EntityPlan plan, List<Expression> selected, Source source) {
            List<Expression> expressions = new ArrayList<>(selected);
            List<Integer> positions = new ArrayList<>();
            for (ColumnReference column : plan.columns(source)) {
                positions.add(position(expressions, column));
            }
            return new Giving(expressions, positions);
        }

        private static int position(List<Expression> expressions, ColumnReference column) {
            for (int i = 0; i < expressions.size(); i++) {
                if (expressions.get(i) instanceof ColumnReference other
                        && other.name().equals(column.name())
                        && other.source().alias().equals(column.source().alias())) {
                    return i + 1;
                }
            }
            expressions.add(column);
            return expressions.size();
        }
    }

    /** Completes the source of the entities, wherever a statement names it. */
    private static final class Completion extends Mapper {
        private final EntityPlan plan;
        private final TableSource root;

        Completion(EntityPlan plan, TableSource root) {
            this.plan = plan;
            this.root = root;
        }

        @Override
        protected Node change(Node node) {
            boolean entities =
                    (node instanceof JoinedSource joined && joined.root().sameStructure(root))
                            || (node instanceof TableSource table && table.sameStructure(root));
            return entities ? plan.completed((Source) node) : super.change(node);
        }
    }
}
