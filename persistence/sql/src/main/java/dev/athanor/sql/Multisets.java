// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.OutputNames;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.type.SqlType;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All rows of a query as one value of the row around it: collections within records, by one statement. To be imported
 * statically.
 *
 * <pre>{@code
 * record CommentView(String text, Instant at) {}
 * record ArticleView(String title, List<CommentView> comments) {}
 *
 * select(ArticleView.class, a.title, multiset(a.comments, c, select(CommentView.class, c.text, c.at)))
 * }</pre>
 */
public final class Multisets {
    private Multisets() {}

    /** The rows of a query, in its order, as what it reads them as; an empty list, if there are none. */
    public static <R> ValueExpr<List<R>> multiset(Query<R> query) {
        if (query.result() instanceof Result.Entity<?> entity) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "entities of " + entity.type().getName()
                            + " cannot be within others; select columns, or load the relation");
        }
        Command command = query.embedded();
        Expression rows = new Subquery(
                isPlain(command) ? arrays(query, (Selection) command) : arraysOf(query, command), Subquery.Kind.ARRAY);
        return type(query.result()).of(Call.of("array_to_json", rows));
    }

    /**
     * The rows that a relation leads to, as a query says.
     *
     * @param target the table it leads to, of whose columns the query is
     */
    public static <Q extends Relation, R> ValueExpr<List<R>> multiset(Path<Q> path, Q target, Select<R> query) {
        return multiset(query.from(path.joined(target)).where(path.on(target)));
    }

    @SuppressWarnings("unchecked") // there is but one class for all lists
    private static <R> Type<List<R>, ValueExpr<List<R>>> type(Result<R> result) {
        return Type.of("json", (Class<List<R>>) (Class<?>) List.class, new MultisetCodec<>(result));
    }

    /** Whether the values of each row can be put together where they are selected. */
    private static boolean isPlain(Command command) {
        return command instanceof Selection selection
                && !selection.parts().distinct()
                && selection.parts().distinctOn().isEmpty()
                && selection.parts().groupBy().isEmpty();
    }

    private static Selection arrays(Query<?> query, Selection selection) {
        Selection.Parts parts = selection.parts();
        return with(
                selection,
                List.of(array(query, parts.selected())),
                ordered(
                        parts.tail(),
                        order -> order instanceof Ordinal ordinal
                                ? parts.selected().get(ordinal.position() - 1).unlabelled()
                                : order.unlabelled()));
    }

    private static Tail ordered(Tail tail, UnaryOperator<Expression> change) {
        List<Ordering> orders = tail.orderBy().stream()
                .map(order -> new Ordering(change.apply(order.expression()), order.descending(), order.nulls()))
                .toList();
        return new Tail(orders, tail.limit(), tail.ties(), tail.offset(), tail.locks());
    }

    private static Selection with(Selection selection, List<Expression> selected, Tail tail) {
        return new Selection(selection.with(), selection.parts().selecting(selected, tail));
    }

    /** From the rows of the query, where these have to be what it says. */
    private static Selection arraysOf(Query<?> query, Command command) {
        Source rows = new DerivedSource(named(command), "multiset", true);
        List<Expression> columns = IntStream.range(0, query.selected().size())
                .<Expression>mapToObj(i -> new ColumnReference(rows, name(i)))
                .toList();
        return Selection.of(array(query, columns), rows, Optional.empty());
    }

    private static String name(int index) {
        return "value" + (index + 1);
    }

    /** With a name for each value; the first of several queries says those of all. */
    private static Command named(Command command) {
        if (command instanceof Combination combination) {
            Combination.Parts parts = combination.parts();
            List<Command> sides = new ArrayList<>(parts.sides());
            sides.set(0, named(sides.get(0)));
            return new Combination(
                    combination.with(), new Combination.Parts(parts.kind(), parts.all(), sides, parts.tail()));
        }
        Selection selection = (Selection) command;
        List<Expression> selected = OutputNames.selectedBy(command);
        List<Expression> named = IntStream.range(0, selected.size())
                .<Expression>mapToObj(i -> new Labelled(selected.get(i).unlabelled(), name(i)))
                .toList();
        return with(
                selection,
                named,
                ordered(
                        selection.parts().tail(),
                        order -> order instanceof Labelled labelled
                                ? named.stream()
                                        .filter(value -> value.unlabelled().sameStructure(labelled.unlabelled()))
                                        .findFirst()
                                        .orElse(labelled.unlabelled())
                                : order));
    }

    private static Expression array(Query<?> query, List<Expression> values) {
        List<Expression> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            elements.add(element(query.selected().get(i).type(), values.get(i).unlabelled()));
        }
        return Call.of("json_build_array", elements.toArray(Expression[]::new));
    }

    /** The database's text for a value, which says it exactly; what is nested in it, as it is. */
    private static Expression element(SqlType<?> type, Expression value) {
        boolean itself = type.codec() instanceof MultisetCodec
                || (value instanceof ColumnReference
                        && type.codec().jdbcType() == Types.VARCHAR
                        && type.javaType() == String.class);
        return itself ? value : new Cast(value, SqlTypes.TEXT);
    }
}
