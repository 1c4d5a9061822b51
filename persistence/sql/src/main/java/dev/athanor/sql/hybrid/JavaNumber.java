// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;

import dev.athanor.sql.Condition;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Set;

/**
 * SQL that calculates as Java does, to the scale of a decimal; what is not here, as {@code a.plus(b)}, agrees by
 * itself.
 *
 * <p>It differs where numbers have no room: an integer that overflows wraps in Java and fails in SQL, as a double does
 * that is divided by zero, has no root, or is too great or no number where a whole one is wanted. The database keeps no
 * negative scale: a decimal has the scale 0 instead. {@code min} of NaN and another number is the other, and 0.0 equals
 * -0.0; {@code Math.pow} may end in another digit. {@link #toDecimal} of a double has Java's scale from 0.001 to
 * 10,000,000, and Java's value but for the last digit of some above 2^53 and of the very least.
 */
public final class JavaNumber {
    private static final Set<Class<?>> WITH_FRACTIONS =
            Set.of(BigDecimal.class, BigInteger.class, Double.class, Float.class);
    private static final Set<Class<?>> FLOATING = Set.of(Double.class, Float.class);

    private static final Form MAX = Form.of("case when {0} >= {1} then {0} when {0} < {1} then {1} end");
    private static final Form MIN = Form.of("case when {0} <= {1} then {0} when {0} > {1} then {1} end");
    private static final Form GREATEST = Form.of("case when {2} is not null then greatest({0}, {1}) end");
    private static final Form LEAST = Form.of("case when {2} is not null then least({0}, {1}) end");
    private static final Form COMPARE = Form.of("(cast({0} > {1} as integer) - cast({0} < {1} as integer))");

    private static final Form FLOOR_DIV = Form.of("({0} / {1} - cast(({0} % {1}) * sign({1}) < 0 as integer))");
    private static final Form FLOOR_DIV_POSITIVE = Form.of("({0} / {1} - cast({0} % {1} < 0 as integer))");
    private static final Form FLOOR_MOD =
            Form.of("({0} % {1} + case when ({0} % {1}) * sign({1}) < 0 then {1} else 0 end)");
    private static final Form FLOOR_MOD_POSITIVE = Form.of("({0} % {1} + case when {0} % {1} < 0 then {1} else 0 end)");

    /** Halves are whole when doubled, and nothing is rounded on the way. */
    private static final Form ROUND = Form.of("ceil(floor({0} * 2) / 2)");

    private static final Form SQUARE_ROOT = Form.of("sqrt({0})");
    private static final Form POWER = Form.of("power({0}, {1})");
    private static final Form TRUNCATE = Form.of("trunc({0})");

    /** The shortest digits that tell a double, and one after the point at least. */
    private static final Form DIGITS = Form.of("(cast(cast({0} as text) as numeric) + 0.0)");

    private static final Form REMAINDER = Form.of("mod({0}, {1})");
    private static final Form SCALED_REMAINDER =
            Form.of("round(mod({0}, {1}), greatest(scale({0}), min_scale(div({0}, {1}) * {2})))");
    private static final Form UNIT = Form.of("cast('1e-' || cast(scale({0}) as text) as numeric)");
    private static final Form TRIM_SCALE = Form.of("trim_scale({0})");
    private static final Form MOVED_RIGHT = Form.of("round({0}, greatest(scale({1}) - {2}, 0))");
    private static final Form ONE = Form.of("case when {0} is not null then cast(1 as numeric) end");

    /** Of a base with all digits that the power has. */
    private static final Form POWER_OF_DECIMAL =
            Form.of("round(power(round({0}, scale({0}) * {1}), {1}), scale({0}) * {1})");

    private static final Form SCALE = Form.of("scale({0})");

    private static final int MOST_FACTORS = 3;

    private JavaNumber() {}

    /** {@code Math.abs(a)}, {@code a.abs()}. */
    public static <N extends Number> NumberExpr<N> abs(NumberExpr<N> a) {
        return a.abs();
    }

    /** {@code -a}, {@code a.negate()}. */
    public static <N extends Number> NumberExpr<N> negate(NumberExpr<N> a) {
        return a.negated();
    }

    /** {@code Math.max(a, b)}, {@code a.max(b)}. */
    public static <N extends Number> NumberExpr<N> max(NumberExpr<N> a, NumberExpr<N> b) {
        return extreme(a, b, MAX, GREATEST);
    }

    /** {@code Math.min(a, b)}, {@code a.min(b)}. */
    public static <N extends Number> NumberExpr<N> min(NumberExpr<N> a, NumberExpr<N> b) {
        return extreme(a, b, MIN, LEAST);
    }

    /** {@code a.signum()}, {@code Integer.signum(a)}, {@code Long.signum(a)}. */
    public static NumberExpr<Integer> signum(NumberExpr<?> a) {
        return a.sign();
    }

    /** {@code a.compareTo(b)}, {@code Integer.compare(a, b)} and those of other numbers. */
    public static <N extends Number> NumberExpr<Integer> compare(NumberExpr<N> a, NumberExpr<N> b) {
        return Form.typed(SqlTypes.INTEGER, COMPARE.of(a, b));
    }

    /** {@code Math.floorDiv(a, b)} of whole numbers. */
    public static <N extends Number> NumberExpr<N> floorDiv(NumberExpr<N> a, NumberExpr<N> b) {
        return Form.like(whole(a, "floorDiv"), (isPositive(b) ? FLOOR_DIV_POSITIVE : FLOOR_DIV).of(a, b));
    }

    /** {@code Math.floorMod(a, b)} of whole numbers. */
    public static <N extends Number> NumberExpr<N> floorMod(NumberExpr<N> a, NumberExpr<N> b) {
        return Form.like(whole(a, "floorMod"), (isPositive(b) ? FLOOR_MOD_POSITIVE : FLOOR_MOD).of(a, b));
    }

    /** {@code Math.round(a)}: the nearest whole number, of two the greater. */
    public static NumberExpr<Long> round(NumberExpr<Double> a) {
        return Form.like(a, ROUND.of(a)).cast(SqlTypes.BIGINT);
    }

    /** {@code Math.round(a)}: the nearest whole number, of two the greater. */
    public static NumberExpr<Integer> roundFloat(NumberExpr<Float> a) {
        return Form.like(a, ROUND.of(a)).cast(SqlTypes.INTEGER);
    }

    /** {@code Math.floor(a)}. */
    public static NumberExpr<Double> floor(NumberExpr<Double> a) {
        return a.floor();
    }

    /** {@code Math.ceil(a)}. */
    public static NumberExpr<Double> ceil(NumberExpr<Double> a) {
        return a.ceiling();
    }

    /** {@code Math.sqrt(a)}. */
    public static NumberExpr<Double> sqrt(NumberExpr<Double> a) {
        return Form.like(a, SQUARE_ROOT.of(a));
    }

    /** {@code Math.pow(a, b)}. */
    public static NumberExpr<Double> pow(NumberExpr<Double> a, NumberExpr<Double> b) {
        return Form.like(a, POWER.of(a, b));
    }

    /** {@code (int) a}, {@code a.intValue()}: a fraction is cut off. */
    public static NumberExpr<Integer> toInteger(NumberExpr<?> a) {
        return cut(a, SqlTypes.INTEGER);
    }

    /** {@code (long) a}, {@code a.longValue()}: a fraction is cut off. */
    public static NumberExpr<Long> toLong(NumberExpr<?> a) {
        return cut(a, SqlTypes.BIGINT);
    }

    /** {@code (double) a}, {@code a.doubleValue()}. */
    public static NumberExpr<Double> toDouble(NumberExpr<?> a) {
        return is(a, Double.class) ? SqlTypes.DOUBLE.of(a.node()) : a.cast(SqlTypes.DOUBLE);
    }

    /** {@code BigDecimal.valueOf(a)}, {@code new BigDecimal(a)} of whole numbers. */
    public static NumberExpr<BigDecimal> toDecimal(NumberExpr<?> a) {
        if (is(a, BigDecimal.class)) {
            return SqlTypes.NUMERIC.of(a.node());
        }
        if (is(a, BigInteger.class)) {
            return Form.typed(SqlTypes.NUMERIC, TRUNCATE.of(a));
        }
        return FLOATING.contains(a.type().javaType())
                ? Form.typed(SqlTypes.NUMERIC, DIGITS.of(toDouble(a)))
                : a.cast(SqlTypes.NUMERIC);
    }

    /** {@code a.divide(b, scale, mode)}; by {@link RoundingMode#UNNECESSARY}, SQL tells of a division by zero. */
    public static NumberExpr<BigDecimal> divide(
            NumberExpr<BigDecimal> a, NumberExpr<BigDecimal> b, int scale, RoundingMode mode) {
        return Rounding.to(scale).divide(a, b, mode);
    }

    /** {@code a.setScale(scale, mode)}; by {@link RoundingMode#UNNECESSARY}, SQL tells of a division by zero. */
    public static NumberExpr<BigDecimal> setScale(NumberExpr<BigDecimal> a, int scale, RoundingMode mode) {
        return Rounding.to(scale).round(a, mode);
    }

    /** {@code a.remainder(b)}. */
    public static NumberExpr<BigDecimal> remainder(NumberExpr<BigDecimal> a, NumberExpr<BigDecimal> b) {
        boolean whole = Known.constant(b).filter(known -> known.scale() <= 0).isPresent();
        return Form.like(
                a, whole ? REMAINDER.of(a, b) : SCALED_REMAINDER.of(a, b, Form.typed(SqlTypes.NUMERIC, UNIT.of(b))));
    }

    /** {@code a.stripTrailingZeros()}. */
    public static NumberExpr<BigDecimal> stripTrailingZeros(NumberExpr<BigDecimal> a) {
        return Form.like(a, TRIM_SCALE.of(a));
    }

    /** {@code a.movePointRight(places)}; with a negative number of places, {@code a.movePointLeft(-places)}. */
    public static NumberExpr<BigDecimal> movePoint(NumberExpr<BigDecimal> a, int places) {
        NumberExpr<BigDecimal> shifted = Rounding.shifted(a, places);
        return places > 0 ? Form.like(a, MOVED_RIGHT.of(shifted, a, inline(places))) : shifted;
    }

    /** {@code a.pow(exponent)}. */
    public static NumberExpr<BigDecimal> pow(NumberExpr<BigDecimal> a, int exponent) {
        if (exponent < 0) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "pow(…) of a decimal takes no negative exponent: " + exponent);
        }
        if (exponent == 0) {
            return Form.like(a, ONE.of(a));
        }
        return exponent <= MOST_FACTORS ? product(a, exponent) : Form.like(a, POWER_OF_DECIMAL.of(a, inline(exponent)));
    }

    /** {@code a.equals(b)}, for which the scale counts. */
    public static Condition equal(NumberExpr<BigDecimal> a, NumberExpr<BigDecimal> b) {
        return JavaLogic.equal(a, b);
    }

    /** {@code a.scale()}. */
    public static NumberExpr<Integer> scale(NumberExpr<BigDecimal> a) {
        return Form.typed(SqlTypes.INTEGER, SCALE.of(a));
    }

    /** {@code a.toBigInteger()}. */
    public static NumberExpr<BigInteger> toBigInteger(NumberExpr<BigDecimal> a) {
        return Form.typed(SqlTypes.INTEGRAL, TRUNCATE.of(a));
    }

    /** The database's greatest and least pass over nulls. */
    private static <N extends Number> NumberExpr<N> extreme(
            NumberExpr<N> a, NumberExpr<N> b, Form ofBoth, Form ofNullAndKnown) {
        if (Known.notNull(b)) {
            return Form.like(a, ofNullAndKnown.of(a, b, a));
        }
        return Form.like(a, Known.notNull(a) ? ofNullAndKnown.of(a, b, b) : ofBoth.of(a, b));
    }

    private static <N extends Number> NumberExpr<N> whole(NumberExpr<N> a, String function) {
        if (WITH_FRACTIONS.contains(a.type().javaType())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    function + "(…) is for whole numbers; this is a "
                            + a.type().javaType().getSimpleName());
        }
        return a;
    }

    private static boolean isPositive(NumberExpr<?> a) {
        return Known.constant(a).filter(known -> known.longValue() > 0).isPresent();
    }

    private static <N extends Number> NumberExpr<N> cut(NumberExpr<?> a, Type<N, NumberExpr<N>> type) {
        if (is(a, type.javaType())) {
            return type.of(a.node());
        }
        return WITH_FRACTIONS.contains(a.type().javaType())
                ? Form.like(a, TRUNCATE.of(a)).cast(type)
                : a.cast(type);
    }

    private static boolean is(NumberExpr<?> a, Class<? extends Number> type) {
        return a.type().javaType() == type;
    }

    private static NumberExpr<BigDecimal> product(NumberExpr<BigDecimal> a, int factors) {
        NumberExpr<BigDecimal> product = a;
        for (int i = 1; i < factors; i++) {
            product = product.times(a);
        }
        return product;
    }
}
