// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Expr;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import java.util.Optional;

/** What is known of a value before the statement runs. */
final class Known {
    private Known() {}

    /** The value of a constant, or of a bound value that is no null. */
    static <T> Optional<T> value(Expr<T> expression) {
        Optional<T> constant = constant(expression);
        if (constant.isEmpty() && plain(expression) instanceof Bind bind) {
            return Optional.ofNullable(bind.value()).map(expression.type().javaType()::cast);
        }
        return constant;
    }

    /** The value of a constant. */
    static <T> Optional<T> constant(Expr<T> expression) {
        return plain(expression) instanceof Constant constant
                ? Optional.of(expression.type().javaType().cast(constant.value()))
                : Optional.empty();
    }

    /** Whether a value is known, and no null. */
    static boolean notNull(Expr<?> expression) {
        return value(expression).isPresent();
    }

    private static Expression plain(Expr<?> expression) {
        return expression.node().unlabelled();
    }
}
