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
import java.util.Locale;
import java.util.Optional;

/** Writes expressions. */
abstract class ExpressionRenderer implements ExpressionVisitor<Output> {
    final Output out;
    private final CallRenderer calls;
    private final OperationRenderer operations;
    private Scope scope = new Scope(Optional.empty());
    private boolean bare;

    ExpressionRenderer(boolean pretty) {
        out = new Output(pretty);
        calls = new CallRenderer(this, out);
        operations = new OperationRenderer(this, out);
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
        return calls.write(call);
    }

    @Override
    public Output visit(Over over) {
        return calls.write(over);
    }

    final Output window(Window window) {
        return calls.window(window);
    }

    @Override
    public Output visit(Operation operation) {
        return operations.write(operation);
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

    /** Written by the comparison that it belongs to. */
    @Override
    public Output visit(Quantified quantified) {
        throw OperationRenderer.misplaced(quantified);
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
