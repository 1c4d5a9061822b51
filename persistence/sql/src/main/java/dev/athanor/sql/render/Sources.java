// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.ExpressionVisitor;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import java.util.List;
import java.util.function.Consumer;

/** Finds the sources whose columns expressions use. Subqueries look after their own. */
final class Sources implements ExpressionVisitor<Sources> {
    private final Consumer<Source> consumer;

    private Sources(Consumer<Source> consumer) {
        this.consumer = consumer;
    }

    static void of(List<Expression> expressions, Consumer<Source> consumer) {
        new Sources(consumer).all(expressions);
    }

    private Sources all(List<Expression> expressions) {
        expressions.forEach(expression -> expression.accept(this));
        return this;
    }

    @Override
    public Sources visit(ColumnReference column) {
        consumer.accept(column.source());
        return this;
    }

    @Override
    public Sources visit(Bind bind) {
        return this;
    }

    @Override
    public Sources visit(Constant constant) {
        return this;
    }

    @Override
    public Sources visit(Subquery subquery) {
        return this;
    }

    @Override
    public Sources visit(Call call) {
        call.filter().ifPresent(filter -> filter.accept(this));
        return all(call.arguments());
    }

    @Override
    public Sources visit(Case expression) {
        expression.otherwise().ifPresent(otherwise -> otherwise.accept(this));
        return all(expression.conditions()).all(expression.results());
    }

    @Override
    public Sources visit(Cast cast) {
        return cast.operand().accept(this);
    }

    @Override
    public Sources visit(Labelled labelled) {
        return labelled.expression().accept(this);
    }

    @Override
    public Sources visit(Operation operation) {
        return all(operation.operands());
    }
}
