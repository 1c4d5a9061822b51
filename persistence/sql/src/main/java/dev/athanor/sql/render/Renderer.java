// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.ExpressionVisitor;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Query;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.SourceVisitor;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes one statement. For one use by one thread. */
public abstract class Renderer implements ExpressionVisitor<Renderer>, SourceVisitor<Renderer> {
    private final StringBuilder text = new StringBuilder(256);
    private final List<Bind> binds = new ArrayList<>();
    private Scope scope = new Scope(Optional.empty());

    /** The text of a query. */
    public final Rendered render(Query query) {
        write(query);
        List<Bind> expected = new ArrayList<>();
        query.forEachBind(expected::add);
        if (!sameOrder(expected)) {
            throw new IllegalStateException("the binds of the tree are in another order than those of: " + text);
        }
        return new Rendered(text.toString());
    }

    /** Whether these are the very binds that were written, so that a statement's binds can be taken from its tree. */
    private boolean sameOrder(List<Bind> expected) {
        return expected.size() == binds.size()
                && IntStream.range(0, binds.size()).allMatch(i -> binds.get(i) == expected.get(i));
    }

    /** A name, quoted; refused if the database could not keep it as it is. */
    protected abstract String quoted(String name);

    /** A constant as text. */
    protected abstract String literal(Constant constant);

    protected final Renderer append(String part) {
        text.append(part);
        return this;
    }

    private void write(Query query) {
        scope = new Scope(Optional.of(scope));
        Query.Parts parts = query.parts();
        List<Source> from = parts.from().isEmpty() ? implied(parts) : parts.from();
        from.forEach(scope::declare);
        parts.joins().forEach(join -> scope.declare(join.source()));
        append("select ");
        if (parts.distinct()) {
            append("distinct ");
        }
        list(parts.selected(), this::selected);
        if (!from.isEmpty()) {
            append(" from ");
            list(from, source -> source.accept(this));
        }
        parts.joins().forEach(this::join);
        clause(" where ", parts.where());
        if (!parts.groupBy().isEmpty()) {
            append(" group by ");
            list(parts.groupBy(), expression -> unlabelled(expression).accept(this));
        }
        clause(" having ", parts.having());
        if (!parts.orderBy().isEmpty()) {
            append(" order by ");
            list(parts.orderBy(), this::ordering);
        }
        clause(" limit ", parts.limit());
        clause(" offset ", parts.offset());
        scope = scope.outer.orElseThrow();
    }

    /**
     * The one source whose columns are selected, where none is said; columns of an outer query's sources do not count.
     */
    private List<Source> implied(Query.Parts parts) {
        Map<String, Source> found = new HashMap<>();
        Consumer<Source> consumer = source -> {
            boolean joined = parts.joins().stream()
                    .anyMatch(join -> join.source().alias().equals(source.alias()));
            if (!joined && !scope.knows(source)) {
                found.put(source.alias(), implied(source));
            }
        };
        Sources.of(parts.selected(), consumer);
        parts.where().ifPresent(where -> Sources.of(List.of(where), consumer));
        if (found.size() > 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "nothing connects the sources "
                            + found.keySet().stream().sorted().toList()
                            + "; name one in from(…) and join the others, by crossJoin(…) if every pair is meant");
        }
        return List.copyOf(found.values());
    }

    private static Source implied(Source source) {
        if (source instanceof DerivedSource) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the query \"" + source.alias() + "\" is used as a source; say so by from(…) or a join");
        }
        return source;
    }

    private void join(Join join) {
        append(
                switch (join.kind()) {
                    case INNER -> " join ";
                    case LEFT -> " left join ";
                    case RIGHT -> " right join ";
                    case FULL -> " full join ";
                    case CROSS -> " cross join ";
                });
        join.source().accept(this);
        clause(" on ", join.condition());
    }

    private void clause(String keyword, Optional<Expression> expression) {
        expression.ifPresent(part -> {
            append(keyword);
            unlabelled(part).accept(this);
        });
    }

    private void selected(Expression expression) {
        unlabelled(expression).accept(this);
        if (expression instanceof Labelled labelled) {
            scope.labels.add(labelled.label());
            append(" as ").append(quoted(labelled.label()));
        }
    }

    private void ordering(Ordering ordering) {
        if (ordering.expression() instanceof Labelled labelled) {
            if (!scope.labels.contains(labelled.label())) {
                throw new SqlException(
                        SqlError.LABEL_MISSING,
                        "the order is by \"" + labelled.label() + "\", which is not selected under this name");
            }
            append(quoted(labelled.label()));
        } else {
            ordering.expression().accept(this);
        }
        append(ordering.descending() ? " desc" : "");
        append(
                switch (ordering.nulls()) {
                    case DEFAULT -> "";
                    case FIRST -> " nulls first";
                    case LAST -> " nulls last";
                });
    }

    private static Expression unlabelled(Expression expression) {
        return expression instanceof Labelled labelled ? labelled.expression() : expression;
    }

    private <N> void list(List<N> nodes, Consumer<N> writer) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                append(", ");
            }
            writer.accept(nodes.get(i));
        }
    }

    @Override
    public Renderer visit(Bind bind) {
        binds.add(bind);
        return append("?");
    }

    @Override
    public Renderer visit(Constant constant) {
        return append(literal(constant));
    }

    @Override
    public Renderer visit(ColumnReference column) {
        scope.check(column);
        return append(quoted(column.source().alias())).append(".").append(quoted(column.name()));
    }

    /** Within an expression a name says nothing; the value is meant. */
    @Override
    public Renderer visit(Labelled labelled) {
        return labelled.expression().accept(this);
    }

    @Override
    public Renderer visit(Cast cast) {
        append("cast(");
        cast.operand().accept(this);
        return append(" as ").append(cast.type().name()).append(")");
    }

    @Override
    public Renderer visit(Call call) {
        append(call.function()).append("(").append(call.distinct() ? "distinct " : "");
        if (call.function().equals("count") && call.arguments().isEmpty()) {
            append("*");
        }
        list(call.arguments(), argument -> argument.accept(this));
        append(")");
        call.filter().ifPresent(filter -> {
            append(" filter (where ");
            filter.accept(this);
            append(")");
        });
        return this;
    }

    @Override
    public Renderer visit(Case expression) {
        append("case");
        for (int i = 0; i < expression.conditions().size(); i++) {
            append(" when ");
            expression.conditions().get(i).accept(this);
            append(" then ");
            expression.results().get(i).accept(this);
        }
        clause(" else ", expression.otherwise());
        return append(" end");
    }

    @Override
    public Renderer visit(Subquery subquery) {
        append(subquery.kind() == Subquery.Kind.EXISTS ? "exists (" : "(");
        write(subquery.query());
        return append(")");
    }

    @Override
    public Renderer visit(Operation operation) {
        Operator operator = operation.operator();
        List<Expression> operands = operation.operands();
        switch (operator.form()) {
            case PREFIX -> {
                append(operator.symbol()).append(" ");
                operand(operands.get(0), operator);
            }
            case POSTFIX -> {
                operand(operands.get(0), operator);
                append(" ").append(operator.symbol());
            }
            case BETWEEN -> {
                operand(operands.get(0), operator);
                append(" ").append(operator.symbol()).append(" ");
                operand(operands.get(1), operator);
                append(" and ");
                operand(operands.get(2), operator);
            }
            case CALL -> {
                operand(operands.get(0), operator);
                append(" ").append(operator.symbol()).append(" (");
                operands.get(1).accept(this);
                append(")");
            }
            case INFIX -> infix(operator, operands);
        }
        return this;
    }

    private void infix(Operator operator, List<Expression> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (i > 0) {
                append(" ").append(operator.symbol()).append(" ");
            }
            operand(operands.get(i), operator);
        }
    }

    /** In parentheses unless it binds tighter, so that nothing depends on associativity. */
    private void operand(Expression operand, Operator around) {
        boolean open = unlabelled(operand) instanceof Operation inner
                && inner.operator().precedence() <= around.precedence();
        append(open ? "(" : "");
        operand.accept(this);
        append(open ? ")" : "");
    }

    @Override
    public Renderer visit(TableSource table) {
        table.schema().ifPresent(schema -> append(quoted(schema)).append("."));
        append(quoted(table.name()));
        return table.alias().equals(table.name()) ? this : append(" as ").append(quoted(table.alias()));
    }

    @Override
    public Renderer visit(DerivedSource derived) {
        append(derived.lateral() ? "lateral (" : "(");
        write(derived.query());
        return append(") as ").append(quoted(derived.alias()));
    }

    /** The sources a query and those around it have, by their aliases. */
    private static final class Scope {
        private final Optional<Scope> outer;
        private final Map<String, Source> sources = new HashMap<>();
        private final Set<String> labels = new HashSet<>();

        Scope(Optional<Scope> outer) {
            this.outer = outer;
        }

        void declare(Source source) {
            if (sources.put(source.alias(), source) != null) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "two sources are called \"" + source.alias() + "\"; give one of them another alias by as(…)");
            }
        }

        boolean knows(Source source) {
            return Optional.ofNullable(sources.get(source.alias()))
                    .map(source::sameStructure)
                    .orElseGet(() -> outer.map(around -> around.knows(source)).orElse(false));
        }

        void check(ColumnReference column) {
            if (!knows(column.source())) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "\"" + column.source().alias() + "\".\"" + column.name() + "\" is used, but \""
                                + column.source().alias()
                                + "\" is not a source of the statement; add it by from(…) or a join");
            }
        }
    }
}
