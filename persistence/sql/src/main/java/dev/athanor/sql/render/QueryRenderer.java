// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommandVisitor;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes queries: selections, and what combines them. */
abstract class QueryRenderer extends SourceRenderer implements CommandVisitor<Output> {
    QueryRenderer(boolean pretty) {
        super(pretty);
    }

    /** How a lock is written, but for the tables it is about. */
    protected abstract String lock(Tail.Strength strength);

    @Override
    public Output visit(Selection selection) {
        Selection.Parts parts = selection.parts();
        List<Source> from = parts.from().isEmpty() ? ImpliedSources.of(selection, scope()) : parts.from();
        from.forEach(scope()::declare);
        parts.joins().forEach(join -> scope().declare(join.source()));
        parts.windows().forEach(window -> scope().windows().put(window.name().orElseThrow(), window));
        if (from.isEmpty() && !parts.joins().isEmpty()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "there is nothing to join with; name a source in from(…)");
        }
        if (from.isEmpty()) {
            Placement.withoutRows(parts.selected());
        }
        Connections.check(from, parts.joins(), parts.where());
        Selections.check(parts);
        Following.of(parts, from, scope());
        restrictInPlace(parts.joins().stream().anyMatch(QueryRenderer::makesNulls));
        boolean grouped = !parts.groupBy().isEmpty();
        scope().paths().ofGroups(grouped);
        out.append("select ");
        distinct(parts);
        out.list(parts.selected(), this::selected);
        scope().paths().ofGroups(false);
        sources("from ", from);
        parts.joins().forEach(this::join);
        rows("where", restricted(parts.where(), unconditional(from, parts.joins())));
        groupBy(parts);
        scope().paths().ofGroups(grouped);
        parts.having().ifPresent(having -> {
            Placement.ofGroups(having, "having", scope());
            clause("having", having);
        });
        windows(parts.windows());
        orderBy(parts.tail(), this::ordering);
        return tail(parts.tail());
    }

    /** Whether rows that were there before a join may be nulls after it. */
    private static boolean makesNulls(Join join) {
        return join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.FULL;
    }

    /** Those that no condition of a join is about. */
    private static List<Source> unconditional(List<Source> from, List<Join> joins) {
        List<Source> sources = new ArrayList<>(from);
        joins.stream()
                .filter(join -> join.condition().isEmpty())
                .map(Join::source)
                .forEach(sources::add);
        return sources;
    }

    private void groupBy(Selection.Parts parts) {
        if (!parts.groupBy().isEmpty()) {
            out.separate().append("group by ");
            out.list(parts.groupBy(), expression -> {
                Placement.ofRows(Selections.resolved(expression, parts), "group by", scope());
                expression.unlabelled().accept(this);
            });
        }
    }

    private void windows(List<Window> windows) {
        if (!windows.isEmpty()) {
            out.separate().append("window ");
            out.list(windows, window -> {
                out.append(quoted(window.name().orElseThrow())).append(" as ");
                window(window);
            });
        }
    }

    @Override
    final void checkSources(Command query) {
        if (query instanceof Selection selection
                && selection.parts().from().isEmpty()
                && selection.parts().joins().isEmpty()
                && ImpliedSources.of(selection, scope()).isEmpty()
                && ImpliedSources.usesColumns(selection)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a query in the place of a value uses columns of the statement around it only; give its own table"
                            + " another alias, or name it in from(…) to read it once more");
        }
    }

    /** Mere computations on the rows around are fine. */
    @Override
    final void checkRows(Command query) {
        if (query instanceof Selection selection && Selections.asksForRows(selection.parts())) {
            checkSources(query);
        }
    }

    private void distinct(Selection.Parts parts) {
        if (!parts.distinctOn().isEmpty()) {
            out.append("distinct on (");
            out.list(parts.distinctOn(), expression -> expression.unlabelled().accept(this));
            out.append(") ");
        } else if (parts.distinct()) {
            out.append("distinct ");
        }
    }

    @Override
    public Output visit(Combination combination) {
        Combination.Parts parts = combination.parts();
        String operator = words(parts.kind()) + (parts.all() ? " all" : "");
        for (int i = 0; i < parts.sides().size(); i++) {
            if (i > 0) {
                out.separate().append(operator);
                out.separate();
            }
            side(parts.sides().get(i));
        }
        List<String> names = OutputNames.of(combination);
        orderBy(parts.tail(), ordering -> {
            String name = OutputNames.chosen(ordering.expression(), combination);
            if (name.isEmpty()) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "the order of combined queries is by what the first of them selects, by name: " + names);
            }
            out.append(quoted(name));
            direction(ordering);
        });
        return tail(parts.tail());
    }

    /** In parentheses, if it has an order, a limit or sides of its own. */
    private void side(Command command) {
        if (command instanceof Selection selection && selection.parts().tail().equals(Tail.NONE)) {
            write(command);
        } else {
            nested(command);
        }
    }

    private void orderBy(Tail tail, Consumer<Ordering> writer) {
        if (!tail.orderBy().isEmpty()) {
            out.separate().append("order by ");
            out.list(tail.orderBy(), writer);
        }
    }

    private Output tail(Tail tail) {
        if (tail.ties()) {
            if (tail.orderBy().isEmpty()) {
                throw new SqlException(SqlError.STATEMENT_INVALID, "rows tie by their order; add it by orderBy(…)");
            }
            out.separate().append("fetch first ");
            tail.limit().ifPresent(limit -> limit.accept(this));
            out.append(" rows with ties");
        } else {
            tail.limit().ifPresent(limit -> clause("limit", limit));
        }
        tail.offset().ifPresent(offset -> clause("offset", offset));
        tail.locks().forEach(this::lock);
        return out;
    }

    private void lock(Tail.Lock lock) {
        out.separate().append(lock(lock.strength()));
        if (!lock.of().isEmpty()) {
            out.append(" of ");
            out.list(lock.of(), alias -> {
                if (!scope().hasAlias(alias)) {
                    throw new SqlException(
                            SqlError.STATEMENT_INVALID,
                            "rows of \"" + alias + "\" are to be locked, which is not a source of the statement");
                }
                out.append(quoted(alias));
            });
        }
        out.append(
                switch (lock.waiting()) {
                    case WAIT -> "";
                    case NO_WAIT -> " nowait";
                    case SKIP_LOCKED -> " skip locked";
                });
    }

    final void rows(String keyword, Optional<Expression> condition) {
        condition.ifPresent(expression -> {
            Placement.ofRows(expression, keyword, scope());
            clause(keyword, expression);
        });
    }

    final void clause(String keyword, Expression expression) {
        out.separate().append(keyword).append(" ");
        expression.unlabelled().accept(this);
    }

    final void selected(Expression expression) {
        expression.unlabelled().accept(this);
        if (expression instanceof Labelled labelled) {
            scope().labels().put(labelled.label(), labelled.expression());
            out.append(" as ").append(quoted(labelled.label()));
        }
    }
}
