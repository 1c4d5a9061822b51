// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;

import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals with so many digits after the point: shifted to whole numbers, cut or counted up there, shifted back. */
final class Rounding {
    private static final Form ROUND = Form.of("round({0}, {1})");
    private static final Form TRUNCATE = Form.of("trunc({0}, {1})");
    private static final Form UP = Form.of("(sign({0}) * ceil(abs({0})))");
    private static final Form HALF_DOWN = Form.of("(sign({0}) * ceil(abs({0}) - 0.5))");

    /** Of both terms one counts the pairs below, the other those above; between two, they differ by one. */
    private static final Form HALF_EVEN = Form.of("(ceil({0} * 0.5 - 0.25) + floor({0} * 0.5 + 0.25))");

    /** A division by zero, where Java throws, too. */
    private static final Form UNNECESSARY = Form.of("round({0} / cast({0} = trunc({0}, {1}) as integer), {1})");

    private static final Form QUOTIENT = Form.of("div({0}, {1})");
    private static final Form QUOTIENT_UP = Form.of("(div({0}, {1}) + sign(mod({0}, {1}) * {1}))");
    private static final Form QUOTIENT_CEILING = Form.of("(div({0}, {1}) + cast(mod({0}, {1}) * {1} > 0 as integer))");
    private static final Form QUOTIENT_FLOOR = Form.of("(div({0}, {1}) - cast(mod({0}, {1}) * {1} < 0 as integer))");
    private static final Form QUOTIENT_HALF_DOWN =
            Form.of("(div({0}, {1}) + sign({0} * {1}) * cast(abs(mod({0}, {1})) * 2 > abs({1}) as integer))");

    /** Up, where what is left is more than a half, or a half and the quotient odd. */
    private static final Form QUOTIENT_HALF_EVEN = Form.of("(div({0}, {1}) + sign({0} * {1})"
            + " * cast(sign(abs(mod({0}, {1})) * 2 - abs({1})) * 2 + abs(mod(div({0}, {1}), 2)) > 0 as integer))");

    private static final Form QUOTIENT_UNNECESSARY = Form.of("div({0} / cast(mod({0}, {1}) = 0 as integer), {1})");

    private static final int MOST_DIGITS_OF_INTEGERS = 9;

    private final int scale;

    private Rounding(int scale) {
        this.scale = scale;
    }

    /** To so many digits after the point. */
    static Rounding to(int scale) {
        return new Rounding(scale);
    }

    NumberExpr<BigDecimal> round(NumberExpr<BigDecimal> a, RoundingMode mode) {
        NumberExpr<BigDecimal> whole = shifted(a, scale);
        return switch (mode) {
            case HALF_UP -> decimal(ROUND.of(a, inline(scale)));
            case DOWN -> decimal(TRUNCATE.of(a, inline(scale)));
            case UNNECESSARY -> decimal(UNNECESSARY.of(a, inline(scale)));
            case CEILING -> back(whole.ceiling().node());
            case FLOOR -> back(whole.floor().node());
            case UP -> back(UP.of(whole));
            case HALF_DOWN -> back(HALF_DOWN.of(whole));
            case HALF_EVEN -> back(HALF_EVEN.of(whole));
        };
    }

    NumberExpr<BigDecimal> divide(NumberExpr<BigDecimal> a, NumberExpr<BigDecimal> b, RoundingMode mode) {
        NumberExpr<BigDecimal> whole = shifted(a, scale);
        return switch (mode) {
            case HALF_UP -> halfUp(a, b);
            case DOWN -> back(QUOTIENT.of(whole, b));
            case UNNECESSARY -> back(QUOTIENT_UNNECESSARY.of(whole, b));
            case CEILING -> back(QUOTIENT_CEILING.of(whole, b));
            case FLOOR -> back(QUOTIENT_FLOOR.of(whole, b));
            case UP -> back(QUOTIENT_UP.of(whole, b));
            case HALF_DOWN -> back(QUOTIENT_HALF_DOWN.of(whole, b));
            case HALF_EVEN -> back(QUOTIENT_HALF_EVEN.of(whole, b));
        };
    }

    /** One digit more, the others cut, is enough to know on which side of a half it is, or at one. */
    private NumberExpr<BigDecimal> halfUp(NumberExpr<BigDecimal> a, NumberExpr<BigDecimal> b) {
        Expression quotient = QUOTIENT.of(shifted(a, scale + 1), b);
        return to(scale).round(shifted(decimal(quotient), -scale - 1), RoundingMode.HALF_UP);
    }

    private NumberExpr<BigDecimal> back(Expression whole) {
        return shifted(decimal(whole), -scale);
    }

    /** With the point so many places to the right; to the left, with as many digits more after it. */
    static NumberExpr<BigDecimal> shifted(NumberExpr<BigDecimal> a, int places) {
        return places == 0 ? a : a.times(powerOfTen(places));
    }

    private static NumberExpr<? extends Number> powerOfTen(int places) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(places);
        return places >= 0 && places <= MOST_DIGITS_OF_INTEGERS ? inline(power.intValueExact()) : inline(power);
    }

    private static NumberExpr<BigDecimal> decimal(Expression node) {
        return Form.typed(SqlTypes.NUMERIC, node);
    }
}
