// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.ExpressionVisitor;
import dev.athanor.sql.tree.Frame;
import dev.athanor.sql.tree.Grouping;
import dev.athanor.sql.tree.Identifier;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Template;
import dev.athanor.sql.tree.Through;
import dev.athanor.sql.tree.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes expressions. */
abstract class ExpressionRenderer implements ExpressionVisitor<Output> {
    private static final Set<String> OF_A_PLACE = Set.of("percentile_cont", "percentile_disc", "mode");

    final Output out;
    private Scope scope = new Scope(Optional.empty());
    private boolean bare;

    ExpressionRenderer(boolean pretty) {
        out = new Output(pretty);
    }

    /** A name, quoted; refused if the database could not keep it as it is. */
    protected abstract String quoted(String name);

    /** A constant as text. */
    protected abstract String literal(Constant constant);

    /** The symbol of an operator. */
    protected String symbol(Operator operator) {
        return operator.symbol();
    }

    /** Refuses a query in the place of a value that has no source of its own. */
    abstract void checkSources(Command query);

    /** Refuses a query beside others that asks for rows and has no source of its own. */
    abstract void checkRows(Command query);

    /** Writes a statement within another. */
    abstract void write(Command command);

    final Scope scope() {
        return scope;
    }

    final void scope(Scope entered) {
        scope = entered;
    }

    /** Columns without their source, where a clause knows but one. */
    final void bare(Runnable writing) {
        bare = true;
        writing.run();
        bare = false;
    }

    @Override
    public Output visit(Bind bind) {
        if (!bind.type().codec().told()) {
            return out.bind(bind);
        }
        out.append("cast(").bind(bind);
        return out.append(" as ").append(bind.type().name()).append(")");
    }

    @Override
    public Output visit(Constant constant) {
        return out.append(literal(constant));
    }

    @Override
    public Output visit(Identifier identifier) {
        return out.append(quoted(identifier.name()));
    }

    @Override
    public Output visit(ColumnReference column) {
        scope.check(column);
        if (!bare) {
            out.append(quoted(column.source().alias())).append(".");
        }
        return out.append(quoted(column.name()));
    }

    @Override
    public Output visit(Ordinal ordinal) {
        return out.append(Integer.toString(ordinal.position()));
    }

    /** Within an expression a name says nothing; the value is meant. */
    @Override
    public Output visit(Labelled labelled) {
        return labelled.expression().accept(this);
    }

    @Override
    public Output visit(Immutable immutable) {
        return immutable.expression().accept(this);
    }

    @Override
    public Output visit(Cast cast) {
        out.append("cast(");
        cast.operand().accept(this);
        return out.append(" as ").append(cast.type().name()).append(")");
    }

    @Override
    public Output visit(Call call) {
        if (call.kind() == Call.Kind.WINDOW) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) looks at the rows around one; say which by over(…)");
        }
        if (call.kind() != Call.Kind.AGGREGATE) {
            return call(call);
        }
        boolean ofGroups = scope.paths().ofGroups(false);
        call(call);
        scope.paths().ofGroups(ofGroups);
        return out;
    }

    private Output call(Call call) {
        out.append(call.function()).append("(").append(call.distinct() ? "distinct " : "");
        if (call.arguments().isEmpty() && call.function().equals("count")) {
            out.append("*");
        }
        out.list(call.arguments(), argument -> argument.accept(this));
        orderBy(call.orderBy());
        out.append(")");
        if (call.withinGroup().isEmpty() && OF_A_PLACE.contains(call.function())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) is a place in an order; say in which by withinGroup(…)");
        }
        if (!call.withinGroup().isEmpty()) {
            out.append(" within group (order by ");
            out.list(call.withinGroup(), this::ordering);
            out.append(")");
        }
        call.filter().ifPresent(filter -> {
            out.append(" filter (where ");
            filter.accept(this);
            out.append(")");
        });
        return out;
    }

    @Override
    public Output visit(Over over) {
        call(over.call());
        out.append(" over ");
        Optional<String> name = over.window().name();
        if (name.isPresent()) {
            Window declared = scope.windows().get(name.get());
            if (declared == null || !declared.sameStructure(over.window())) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "the window \"" + name.get()
                                + "\" is not one of the query's, or another of that name is; add it by window(…)");
            }
            return out.append(quoted(name.get()));
        }
        return window(over.window());
    }

    final Output window(Window window) {
        out.append("(");
        String between = "";
        if (!window.partitionBy().isEmpty()) {
            out.append("partition by ");
            out.list(window.partitionBy(), expression -> expression.accept(this));
            between = " ";
        }
        if (!window.orderBy().isEmpty()) {
            out.append(between).append("order by ");
            out.list(window.orderBy(), this::ordering);
            between = " ";
        }
        if (window.frame().isPresent()) {
            out.append(between);
            frame(window.frame().get());
        }
        return out.append(")");
    }

    private void frame(Frame frame) {
        out.append(words(frame.unit())).append(" between ");
        bound(frame.from(), frame.fromOffset());
        out.append(" and ");
        bound(frame.to(), frame.toOffset());
        if (frame.exclusion() != Frame.Exclusion.NOTHING) {
            out.append(" exclude ").append(words(frame.exclusion()));
        }
    }

    private void bound(Frame.Bound bound, Optional<Expression> offset) {
        offset.ifPresent(distance -> {
            distance.accept(this);
            out.append(" ");
        });
        out.append(words(bound));
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public Output visit(Case expression) {
        out.append("case");
        expression.operand().ifPresent(operand -> {
            out.append(" ");
            operand.accept(this);
        });
        for (int i = 0; i < expression.conditions().size(); i++) {
            out.append(" when ");
            expression.conditions().get(i).accept(this);
            out.append(" then ");
            expression.results().get(i).accept(this);
        }
        expression.otherwise().ifPresent(otherwise -> {
            out.append(" else ");
            otherwise.accept(this);
        });
        return out.append(" end");
    }

    @Override
    public Output visit(Grouping grouping) {
        out.append(
                switch (grouping.kind()) {
                    case ROLLUP -> "rollup (";
                    case CUBE -> "cube (";
                    case SETS -> "grouping sets (";
                    case SET -> "(";
                });
        out.list(grouping.parts(), part -> part.accept(this));
        return out.append(")");
    }

    @Override
    public Output visit(Subquery subquery) {
        checkSources(subquery.query());
        out.append(
                switch (subquery.kind()) {
                    case SCALAR -> "";
                    case EXISTS -> "exists ";
                    case ARRAY -> "array";
                });
        return nested(subquery.query());
    }

    final Output nested(Command command) {
        out.open();
        write(command);
        return out.close();
    }

    /** By the join that a select made for it; where there is none, by a query of its own. */
    @Override
    public Output visit(Through through) {
        return scope.paths().reaches(through) ? Missing.guarded(through).accept(this) : nested(Missing.query(through));
    }

    /** What is written for an expression. */
    private Expression written(Expression expression) {
        Expression plain = expression.unlabelled();
        if (plain instanceof Immutable immutable) {
            return written(immutable.expression());
        }
        return plain instanceof Through through && scope.paths().reaches(through)
                ? written(Missing.guarded(through))
                : plain;
    }

    /** Written by the comparison that it belongs to. */
    @Override
    public Output visit(Quantified quantified) {
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                words(quantified.kind()) + "(…) can only be what another value is compared with");
    }

    @Override
    public Output visit(Template template) {
        out.append(template.pieces().get(0));
        for (int i = 0; i < template.holes().size(); i++) {
            template.holes().get(i).accept(this);
            out.append(template.pieces().get(i + 1));
        }
        return out;
    }

    @Override
    public Output visit(Operation operation) {
        Operator operator = operation.operator();
        List<Expression> operands = operation.operands();
        switch (operator.form()) {
            case PREFIX -> {
                out.append(symbol(operator)).append(" ");
                operand(operands.get(0), operator);
            }
            case POSTFIX -> {
                operand(operands.get(0), operator);
                out.append(" ").append(symbol(operator));
            }
            case BETWEEN -> {
                operand(operands.get(0), operator);
                out.append(" ").append(symbol(operator)).append(" ");
                bound(operands.get(1), operator);
                out.append(" and ");
                bound(operands.get(2), operator);
            }
            case ELEMENT -> {
                out.append("(");
                operands.get(0).accept(this);
                out.append(")[");
                out.list(operands.subList(1, operands.size()), "][", index -> index.accept(this));
                out.append("]");
            }
            case INFIX -> infix(operator, operands);
        }
        return out;
    }

    private void infix(Operator operator, List<Expression> operands) {
        if (operands.get(0).unlabelled() instanceof Quantified quantified) {
            visit(quantified);
        }
        out.list(operands, " " + symbol(operator) + " ", operand -> operand(operand, operator));
    }

    /** The grammar has no room for some operators between the bounds, however tightly they bind. */
    private void bound(Expression bound, Operator around) {
        boolean open = written(bound) instanceof Operation inner
                && (inner.operator() == Operator.AT_TIME_ZONE || inner.operator() == Operator.COLLATE);
        out.append(open ? "(" : "");
        operand(bound, around);
        out.append(open ? ")" : "");
    }

    /** In parentheses unless it binds tighter, so that nothing depends on associativity. */
    private void operand(Expression operand, Operator around) {
        Expression plain = written(operand);
        if (plain instanceof Quantified quantified) {
            quantified(quantified, around);
            return;
        }
        boolean open = plain instanceof Operation inner && inner.operator().precedence() <= around.precedence();
        out.append(open ? "(" : "");
        plain.accept(this);
        out.append(open ? ")" : "");
    }

    private void quantified(Quantified quantified, Operator around) {
        if (around.precedence() != Operator.EQUAL.precedence()) {
            visit(quantified);
        }
        out.append(words(quantified.kind())).append(" ");
        if (quantified.values() instanceof Subquery) {
            quantified.values().accept(this);
        } else {
            out.append("(");
            quantified.values().accept(this);
            out.append(")");
        }
    }

    private void orderBy(List<Ordering> orderings) {
        if (!orderings.isEmpty()) {
            out.append(" order by ");
            out.list(orderings, this::ordering);
        }
    }

    final void ordering(Ordering ordering) {
        if (ordering.expression() instanceof Labelled labelled) {
            Expression selected = scope.labels().get(labelled.label());
            if (selected == null || !selected.sameStructure(labelled.expression())) {
                throw new SqlException(
                        SqlError.LABEL_MISSING,
                        "the order is by \"" + labelled.label() + "\", which is not selected under this name");
            }
            out.append(quoted(labelled.label()));
        } else {
            ordering.expression().accept(this);
        }
        direction(ordering);
    }

    final void direction(Ordering ordering) {
        out.append(ordering.descending() ? " desc" : "");
        out.append(
                switch (ordering.nulls()) {
                    case DEFAULT -> "";
                    case FIRST -> " nulls first";
                    case LAST -> " nulls last";
                });
    }
}
