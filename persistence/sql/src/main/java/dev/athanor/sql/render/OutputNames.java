// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommandVisitor;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Through;
import java.util.List;

/** By which names others can refer to what a statement gives. */
public final class OutputNames implements CommandVisitor<List<Expression>> {
    private OutputNames() {}

    static List<String> of(Command command) {
        return selectedBy(command).stream().map(OutputNames::of).toList();
    }

    /** The name of a value by which combined queries are ordered; empty if it is none of theirs. */
    static String chosen(Expression wanted, Command command) {
        List<Expression> selected = selectedBy(command);
        for (Expression expression : selected) {
            if (expression.unlabelled().sameStructure(wanted.unlabelled())
                    && !of(expression).isEmpty()) {
                return of(expression);
            }
        }
        return "";
    }

    /** What each row has; of combined queries, what the first of them selects. */
    public static List<Expression> selectedBy(Command command) {
        return command.accept(new OutputNames());
    }

    /** The label of an expression, or the name of the column that it is; empty if it has none. */
    public static String of(Expression expression) {
        if (expression instanceof Labelled labelled) {
            return labelled.label();
        }
        if (expression instanceof Through through) {
            return of(through.value());
        }
        return expression instanceof ColumnReference column ? column.name() : "";
    }

    @Override
    public List<Expression> visit(Combination combination) {
        return combination.parts().sides().get(0).accept(this);
    }

    @Override
    public List<Expression> visit(Deletion deletion) {
        return deletion.parts().returning();
    }

    @Override
    public List<Expression> visit(Insertion insertion) {
        return insertion.parts().returning();
    }

    @Override
    public List<Expression> visit(Modification modification) {
        return modification.parts().returning();
    }

    @Override
    public List<Expression> visit(Selection selection) {
        return selection.parts().selected();
    }
}
