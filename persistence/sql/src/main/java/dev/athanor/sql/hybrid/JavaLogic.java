// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlTypes;
import java.math.BigDecimal;

/**
 * SQL that compares as Java does. Decimals are equal only with the same scale, as in Java. It differs for doubles,
 * where SQL takes 0.0 and -0.0 for equal, as Java's {@code ==} does and {@code Double.equals} does not.
 */
public final class JavaLogic {
    private JavaLogic() {}

    /** {@code a.equals(b)}: unknown for a null {@code a}, for which Java throws, and false for a null {@code b}. */
    public static <T> Condition equal(Expr<T> a, Expr<T> b) {
        Condition equal = alike(a, b);
        return Known.notNull(b) ? equal : equal.and(b.isNotNull());
    }

    /** {@code Objects.equals(a, b)}: true or false, and never unknown. With a known value, an index can serve it. */
    public static <T> Condition same(Expr<T> a, Expr<T> b) {
        if (Known.notNull(b)) {
            return Known.notNull(a) ? alike(a, b) : alike(a, b).and(a.isNotNull());
        }
        if (Known.notNull(a)) {
            return alike(a, b).and(b.isNotNull());
        }
        Condition same = a.isNotDistinctFrom(b);
        return isDecimal(a) ? same.and(scale(a).isNotDistinctFrom(scale(b))) : same;
    }

    private static <T> Condition alike(Expr<T> a, Expr<T> b) {
        Condition equal = a.eq(b);
        return isDecimal(a) ? equal.and(scale(a).eq(scale(b))) : equal;
    }

    private static boolean isDecimal(Expr<?> expression) {
        return expression.type().javaType() == BigDecimal.class;
    }

    private static NumberExpr<Integer> scale(Expr<?> decimal) {
        return JavaNumber.scale(SqlTypes.NUMERIC.of(decimal.node()));
    }
}
