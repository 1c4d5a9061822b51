// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.render.ImpliedSources;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Grouping;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** Finds the order of a query's pages: its own, and after it what tells rows apart that are equal in it. */
final class PageOrders {
    private final Selection.Parts parts;
    private final List<Source> sources;
    private final MappedUnit mapped;
    private final List<PageOrder.Part> order = new ArrayList<>();

    private PageOrders(Selection selection, MappedUnit mapped) {
        this.parts = selection.parts();
        this.mapped = mapped;
        this.sources = new ArrayList<>(parts.from().isEmpty() ? ImpliedSources.of(selection) : parts.from());
    }

    static PageOrder of(Selection selection, MappedUnit mapped) {
        PageOrders orders = new PageOrders(selection, mapped);
        orders.find();
        return new PageOrder(orders.order);
    }

    private void find() {
        if (!parts.distinctOn().isEmpty()) {
            throw ambiguous("its rows are the first ones of others, by distinctOn(…)");
        }
        parts.tail().orderBy().forEach(ordering -> add(resolved(ordering.expression()), ordering));
        boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
        for (Expression expression : tieBreakers()) {
            add(expression, new Ordering(expression, descending, Ordering.Nulls.DEFAULT));
        }
    }

    private void add(Expression expression, Ordering ordering) {
        if (looksAtRowsAround(expression)) {
            throw ambiguous("its order is by a window function");
        }
        if (order.stream().noneMatch(part -> part.expression().sameStructure(expression))) {
            order.add(PageOrder.Part.of(expression, ordering, isNullable(expression)));
        }
    }

    private static boolean looksAtRowsAround(Node node) {
        boolean[] found = {node instanceof Over};
        if (!(node instanceof Subquery)) {
            node.forEachPart(part -> found[0] |= looksAtRowsAround(part));
        }
        return found[0];
    }

    private static OrmException ambiguous(String reason) {
        return new OrmException(
                OrmError.ORDER_AMBIGUOUS,
                "the query has no pages by place: " + reason
                        + "; select from tables of entities, or page(…) by numbers");
    }

    private Expression resolved(Expression expression) {
        return expression instanceof Ordinal ordinal
                ? parts.selected().get(ordinal.position() - 1).unlabelled()
                : expression.unlabelled();
    }

    /** What no two rows have in common. */
    private List<Expression> tieBreakers() {
        if (parts.groupBy().stream().anyMatch(Grouping.class::isInstance)) {
            throw ambiguous("it has groups of groups");
        }
        if (!parts.groupBy().isEmpty()) {
            return parts.groupBy().stream().map(this::resolved).toList();
        }
        if (parts.distinct()) {
            return parts.selected().stream().map(Expression::unlabelled).toList();
        }
        return Stream.concat(
                        sources.stream(),
                        parts.joins().stream().filter(this::mayRepeat).map(Join::source))
                .flatMap(source -> key(source).stream())
                .toList();
    }

    /** Whether there may be several rows for one of those it is joined to: its key is not what it is joined by. */
    private boolean mayRepeat(Join join) {
        List<Expression> conditions = join.condition()
                .map(condition -> condition instanceof Operation all && all.operator() == Operator.AND
                        ? all.operands()
                        : List.of(condition))
                .orElse(List.of());
        boolean single = join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.LEFT;
        return !single
                || !key(join.source()).stream()
                        .allMatch(column -> conditions.stream().anyMatch(condition -> equals(condition, column)));
    }

    private static boolean equals(Expression condition, Expression column) {
        if (!(condition instanceof Operation operation) || operation.operator() != Operator.EQUAL) {
            return false;
        }
        String alias = alias(column);
        Expression left = operation.operands().get(0);
        Expression right = operation.operands().get(1);
        return (left.sameStructure(column) && isOfOthers(right, alias))
                || (right.sameStructure(column) && isOfOthers(left, alias));
    }

    private static boolean isOfOthers(Expression side, String alias) {
        return side instanceof ColumnReference && !alias(side).equals(alias);
    }

    private static String alias(Expression column) {
        return ((ColumnReference) column).source().declared().alias();
    }

    private List<Expression> key(Source source) {
        ClassDescriptor descriptor = kept(source).stream()
                .findFirst()
                .orElseThrow(() -> ambiguous("\"" + source.alias() + "\" is no table of entities"));
        return descriptor.getPrimaryKeyFields().stream()
                .<Expression>map(field -> new ColumnReference(source, Names.of(field)))
                .toList();
    }

    private List<ClassDescriptor> kept(Source source) {
        if (source instanceof JoinedSource joined) {
            return mapped.uses().kept(joined.root());
        }
        return source instanceof TableSource table ? mapped.uses().kept(table) : List.of();
    }

    /** Whether nothing says that it is not. */
    private boolean isNullable(Expression expression) {
        if (!(expression instanceof ColumnReference column)
                || !always().contains(column.source().alias())) {
            return true;
        }
        List<ClassDescriptor> kept = kept(column.source());
        return kept.isEmpty()
                || kept.get(0).getFields().stream().noneMatch(field -> isRequired(kept.get(0), field, column.name()));
    }

    private static boolean isRequired(ClassDescriptor descriptor, DatabaseField field, String name) {
        return Names.of(field).equals(name)
                && field.getTable().equals(descriptor.getTables().get(0))
                && (!field.isNullable() || descriptor.getPrimaryKeyFields().contains(field));
    }

    /** The sources that have a row in each row. */
    private Set<String> always() {
        Set<String> always = new HashSet<>();
        if (parts.joins().stream().noneMatch(join -> join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.FULL)) {
            sources.forEach(source -> always.add(source.alias()));
            parts.joins().stream()
                    .filter(join -> join.kind() != Join.Kind.LEFT)
                    .forEach(join -> always.add(join.source().alias()));
        }
        return always;
    }
}
