// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlTypes;
import java.math.BigDecimal;

/** SQL that calculates as Java does. */
public final class JavaNumber {
    private static final Form SCALE = Form.of("scale({0})");

    private JavaNumber() {}

    /** {@code a.scale()}. */
    public static NumberExpr<Integer> scale(NumberExpr<BigDecimal> a) {
        return SqlTypes.INTEGER.of(SCALE.of(a));
    }
}
