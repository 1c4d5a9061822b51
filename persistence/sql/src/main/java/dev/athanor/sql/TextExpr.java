// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import dev.athanor.sql.type.SqlTypes;
import java.util.List;
import java.util.Optional;

/** A text. */
public class TextExpr extends OrderedExpr<String> {
    TextExpr(Expression node, SqlType<String> type) {
        super(node, type);
    }

    /** Whether it matches a pattern, in which {@code %} stands for any characters and {@code _} for one. */
    public final Condition like(String pattern) {
        return compare(Operator.LIKE, pattern, "");
    }

    /** The opposite of {@link #like}. */
    public final Condition notLike(String pattern) {
        return compare(Operator.NOT_LIKE, pattern, "");
    }

    /** As {@link #like}, without regard to case. */
    public final Condition ilike(String pattern) {
        return compare(Operator.ILIKE, pattern, "");
    }

    /** Whether it begins with a text, in which nothing has a meaning of its own. */
    public final Condition startsWith(String prefix) {
        return new Condition(call("starts_with", node(), bind(prefix, "")));
    }

    /** Whether it contains a text, in which nothing has a meaning of its own. */
    public final Condition contains(String part) {
        return Condition.of(
                Operator.GREATER,
                call("strpos", node(), bind(part, "")),
                Sql.inline(0).node());
    }

    public final TextExpr lower() {
        return new TextExpr(call("lower", node()), type());
    }

    public final TextExpr upper() {
        return new TextExpr(call("upper", node()), type());
    }

    public final TextExpr trim() {
        return new TextExpr(call("btrim", node()), type());
    }

    /** The number of characters. */
    public final NumberExpr<Integer> length() {
        return new NumberExpr<>(call("char_length", node()), SqlTypes.INTEGER);
    }

    /** Both, one after the other; null if one is. */
    public final TextExpr concat(Expr<String> other) {
        return new TextExpr(operation(Operator.CONCAT, node(), other.node()), SqlTypes.TEXT);
    }

    /** Both, one after the other; null if this is. */
    public final TextExpr concat(String other) {
        return new TextExpr(operation(Operator.CONCAT, node(), bind(other, "")), SqlTypes.TEXT);
    }

    @Override
    public TextExpr as(String label) {
        return new TextExpr(labelled(label), type());
    }

    @Override
    TextExpr at(ColumnReference reference) {
        return new TextExpr(reference, type());
    }

    private static Call call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments), false, Optional.empty());
    }
}
