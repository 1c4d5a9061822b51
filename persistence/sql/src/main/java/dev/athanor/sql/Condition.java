// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import java.util.ArrayList;
import java.util.List;

/** What is true, false or, where nulls are concerned, unknown of a row. */
public class Condition extends Expr<Boolean> implements Kind<Condition> {
    Condition(Expression node) {
        super(node, SqlTypes.BOOLEAN);
    }

    static Condition of(Operator operator, Expression... operands) {
        return new Condition(new Operation(operator, List.of(operands)));
    }

    public final Condition and(Condition other) {
        return chained(Operator.AND, other);
    }

    /** One of both holds; for many, {@link Sql#anyOf} is quicker. */
    public final Condition or(Condition other) {
        return chained(Operator.OR, other);
    }

    /** The opposite; unknown, where this is. */
    public final Condition not() {
        return of(Operator.NOT, node());
    }

    /** Whether it is true, and neither false nor unknown. */
    public final Condition isTrue() {
        return of(Operator.IS_TRUE, node());
    }

    /** Whether it is false, and neither true nor unknown. */
    public final Condition isFalse() {
        return of(Operator.IS_FALSE, node());
    }

    @Override
    public final Condition kindred(Expression node) {
        return new Condition(node);
    }

    private Condition chained(Operator operator, Condition other) {
        return new Condition(chain(operator, List.of(node(), other.node())));
    }

    /** A chain of one operator is one operation, however it was put together. */
    static Expression chain(Operator operator, List<Expression> links) {
        if (links.size() == 1) {
            return links.get(0);
        }
        if (!nested(operator, links)) {
            return new Operation(operator, links);
        }
        List<Expression> operands = new ArrayList<>(links.size() + 2);
        for (Expression link : links) {
            if (link instanceof Operation operation && operation.operator() == operator) {
                operands.addAll(operation.operands());
            } else {
                operands.add(link);
            }
        }
        return new Operation(operator, operands);
    }

    private static boolean nested(Operator operator, List<Expression> links) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) instanceof Operation operation && operation.operator() == operator) {
                return true;
            }
        }
        return false;
    }
}
