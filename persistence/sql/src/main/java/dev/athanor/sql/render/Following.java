// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Through;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the relations by which a select can have values without a query of their own: those that lead from one of its
 * own sources. Rows that are locked are not joined with others, for the database cannot lock rows that may be missing;
 * and what is not the same for all rows of a group can only be asked for by a query.
 */
final class Following implements Consumer<Node> {
    private final Selection.Parts parts;
    private final Scope scope;
    private boolean ofGroups;

    private Following(Selection.Parts parts, Scope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    static void of(Selection.Parts parts, List<Source> from, Scope scope) {
        if (parts.tail().locks().isEmpty()) {
            new Following(parts, scope).find(from);
        }
    }

    private void find(List<Source> from) {
        parts.groupBy().forEach(this);
        scope.paths().groupBySoFar();
        from.forEach(this);
        parts.joins().forEach(this);
        parts.where().ifPresent(this);
        ofGroups = !parts.groupBy().isEmpty();
        parts.distinctOn().forEach(this);
        parts.selected().forEach(this);
        parts.having().ifPresent(this);
        parts.windows().forEach(this);
        parts.tail().orderBy().forEach(this);
    }

    @Override
    public void accept(Node node) {
        if (node instanceof Through through) {
            follow(through);
        } else if (node instanceof Ordinal ordinal) {
            accept(Selections.resolved(ordinal, parts));
        } else if (node instanceof Over over) {
            over.call().forEachPart(this);
            accept(over.window());
        } else if (node instanceof Call call && call.kind() == Call.Kind.AGGREGATE) {
            ofRows(call);
        } else if (node instanceof FunctionSource || !(node instanceof Subquery || node instanceof Source)) {
            node.forEachPart(this);
        }
    }

    /** What an aggregate looks at are rows, wherever it stands. */
    private void ofRows(Call aggregate) {
        boolean around = ofGroups;
        ofGroups = false;
        aggregate.forEachPart(this);
        ofGroups = around;
    }

    private void follow(Through through) {
        if (ofGroups) {
            return;
        }
        Optional<Source> owner =
                owner(through).filter(scope::has).filter(source -> key(through).isPresent());
        if (owner.isPresent()) {
            if (!scope.paths().has(through)) {
                scope.declare(through.target());
                scope.paths().join(through, owner.get());
            }
            accept(through.value());
        }
    }

    /** What the relation leads from, if that is one source. */
    static Optional<Source> owner(Through through) {
        Map<String, Source> owners = new TreeMap<>();
        collect(through.condition(), owners);
        owners.remove(through.target().alias());
        return owners.size() == 1 ? Optional.of(owners.values().iterator().next()) : Optional.empty();
    }

    private static void collect(Node node, Map<String, Source> sources) {
        if (node instanceof ColumnReference column) {
            Source source = column.source().declared();
            sources.put(source.alias(), source);
        }
        node.forEachPart(part -> collect(part, sources));
    }

    /** A column of what the relation leads to that is not null in a row that is there, because it equals another. */
    static Optional<Expression> key(Through through) {
        return comparisons(through)
                .flatMap(List::stream)
                .filter(operand -> isOf(operand, through.target()))
                .findFirst();
    }

    /** What has to be equal in the row that is meant. */
    static Stream<List<Expression>> comparisons(Through through) {
        return Connections.conjuncts(Optional.of(through.condition())).stream()
                .filter(part -> part instanceof Operation operation && operation.operator() == Operator.EQUAL)
                .map(part -> ((Operation) part).operands())
                .filter(operands -> operands.stream().noneMatch(Quantified.class::isInstance));
    }

    private static boolean isOf(Expression operand, Source target) {
        return operand instanceof ColumnReference column
                && column.source().declared().alias().equals(target.alias());
    }
}
