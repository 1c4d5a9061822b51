// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The values of a statement that masked columns are given, or are computed or compared with; rather one too many. For
 * one use by one thread.
 */
final class MaskedBinds {
    private static final Set<Operator> LOGIC = Set.of(Operator.AND, Operator.OR, Operator.NOT);

    private final MaskedColumns masked;
    private final Set<Node> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MaskedBinds(MaskedColumns masked) {
        this.masked = masked;
    }

    static Set<Node> of(Command command, MaskedColumns masked) {
        MaskedBinds binds = new MaskedBinds(masked);
        if (!masked.isEmpty()) {
            binds.look(command);
        }
        return binds.hidden;
    }

    private void look(Node node) {
        if (node instanceof Command command) {
            command.with().forEach(table -> look(table.command()));
        }
        if (node instanceof Insertion insertion) {
            insertion(insertion);
        } else if (node instanceof Assignment assignment && masked.has((String) null, assignment.column())) {
            hide(assignment);
        } else if (node instanceof ColumnReference column) {
            source(column.source());
        } else if (node instanceof Expression expression && !isStructure(expression) && mentions(expression)) {
            hide(expression);
        } else {
            if (node instanceof Source source) {
                source(source);
            }
            node.forEachPart(this::look);
        }
    }

    private static boolean isStructure(Expression expression) {
        return expression instanceof Subquery
                || expression instanceof Labelled
                || (expression instanceof Operation operation && LOGIC.contains(operation.operator()));
    }

    private void source(Source source) {
        if (source instanceof CommonTableSource common && seen.add(common)) {
            common.table().ifPresent(table -> look(table.command()));
        }
    }

    private void insertion(Insertion insertion) {
        Insertion.Parts parts = insertion.parts();
        for (int i = 0; i < parts.columns().size(); i++) {
            if (masked.has(parts.target(), parts.columns().get(i))) {
                hideColumn(parts.rows(), i);
                parts.query().ifPresent(this::hide);
            }
        }
        insertion.forEachPart(this::look);
    }

    private void hideColumn(List<List<Expression>> rows, int column) {
        rows.stream().filter(row -> column < row.size()).forEach(row -> hide(row.get(column)));
    }

    private boolean mentions(Node node) {
        if (node instanceof ColumnReference column && masked.has(column.source(), column.name())) {
            return true;
        }
        boolean[] found = {false};
        node.forEachPart(part -> found[0] = found[0] || mentions(part));
        return found[0];
    }

    private void hide(Node node) {
        if (node instanceof Bind) {
            hidden.add(node);
        }
        node.forEachPart(this::hide);
    }
}
