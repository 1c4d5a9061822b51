// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.nullOf;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.hybrid.Samples.One;
import dev.athanor.sql.hybrid.Samples.Two;
import dev.athanor.sql.hybrid.Samples.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaNumberTest extends Comparing {
    private static final int MANY = 3000;
    private static final int[] SCALES = {-2, 0, 1, 2, 5, 20};

    @Test
    void signsAgree() {
        integers().where(a -> a != Integer.MIN_VALUE).agree(JavaNumber::abs, Math::abs);
        integers().where(a -> a != Integer.MIN_VALUE).agree(JavaNumber::negate, a -> -a);
        doubles().agree(JavaNumber::abs, Math::abs);
        doubles().agree(JavaNumber::negate, a -> -a);
        decimals().agree(JavaNumber::abs, BigDecimal::abs);
        decimals().agree(JavaNumber::negate, BigDecimal::negate);
        decimals().agree(JavaNumber::signum, BigDecimal::signum);
        integers().agree(JavaNumber::signum, Integer::signum);
        longs().agree(JavaNumber::signum, Long::signum);
    }

    @Test
    void extremesAgree() {
        pairsOfIntegers().agree(JavaNumber::max, Math::max);
        pairsOfIntegers().agree(JavaNumber::min, Math::min);
        pairsOfDecimals().agree(JavaNumber::max, BigDecimal::max);
        pairsOfDecimals().agree(JavaNumber::min, BigDecimal::min);
        pairsOfDoubles().agree(JavaNumber::max, Math::max);
        pairsOfDoubles().agree(JavaNumber::min, Math::min);
    }

    @Test
    void ofANullAndAKnownNumberComesNull() {
        Facts facts = new Facts();
        assertThat(selectValue(JavaNumber.max(facts.whole, inline(3))).sql())
                .contains("case when \"facts\".\"whole\" is not null then greatest(\"facts\".\"whole\", 3) end");
        NumberExpr<Integer> nothing = nullOf(SqlTypes.INTEGER);
        assertThat(queries.list(selectValue(JavaNumber.max(nothing, inline(3)))))
                .containsOnlyNulls();
        assertThat(queries.list(selectValue(JavaNumber.min(value(3), nothing)))).containsOnlyNulls();
    }

    @Test
    void comparisonsAgree() {
        pairsOfIntegers().agree(JavaNumber::compare, Integer::compare);
        pairsOfLongs().agree(JavaNumber::compare, Long::compare);
        pairsOfDecimals().agree(JavaNumber::compare, BigDecimal::compareTo);
        pairsOfDoubles().agree(JavaNumber::compare, Double::compare);
    }

    @Test
    void divisionsOfWholeNumbersAgree() {
        Two<Integer, NumberExpr<Integer>, Integer, NumberExpr<Integer>> integers =
                pairsOfIntegers().where((a, b) -> b != 0 && !(a == Integer.MIN_VALUE && b == -1));
        integers.agree(JavaNumber::floorDiv, Math::floorDiv);
        integers.agree(JavaNumber::floorMod, Math::floorMod);
        integers.agree((a, b) -> a.dividedBy(b), (a, b) -> a / b);
        integers.agree((a, b) -> a.mod(b), (a, b) -> a % b);
        Two<Long, NumberExpr<Long>, Long, NumberExpr<Long>> longs =
                pairsOfLongs().where((a, b) -> b != 0 && !(a == Long.MIN_VALUE && b == -1));
        longs.agree(JavaNumber::floorDiv, Math::floorDiv);
        longs.agree(JavaNumber::floorMod, Math::floorMod);
        integers().agree(a -> JavaNumber.floorDiv(a, inline(7)), a -> Math.floorDiv(a, 7));
        integers().agree(a -> JavaNumber.floorMod(a, inline(7)), a -> Math.floorMod(a, 7));
        integers().agree(a -> JavaNumber.floorMod(a, inline(-7)), a -> Math.floorMod(a, -7));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> JavaNumber.floorDiv(value(1.5), value(2.0)))
                .withMessageContaining("whole numbers");
    }

    @Test
    void doublesAreRoundedToTheGreaterOfTwo() {
        doubles().where(a -> Math.abs(a) < 0x1p63).agree(JavaNumber::round, Math::round);
        floats().where(a -> Math.abs(a) < 0x1p31f).agree(JavaNumber::roundFloat, Math::round);
        doubles().agree(JavaNumber::floor, Math::floor);
        doubles().agree(JavaNumber::ceil, Math::ceil);
    }

    @Test
    void rootsAndPowersAgree() {
        doubles().where(a -> a >= 0).agree(JavaNumber::sqrt, Math::sqrt);
        pairsOfDoubles()
                .where((a, b) -> a > 0 && isNormal(Math.pow(a, b)))
                .agree(
                        JavaNumber::pow,
                        (a, b) -> a == null || b == null ? null : Math.pow(a, b),
                        JavaNumberTest::butForTheLastDigit);
    }

    @Test
    void castsCut() {
        integers().agree(JavaNumber::toInteger, a -> a);
        integers().agree(JavaNumber::toLong, Integer::longValue);
        longs().where(a -> a == a.intValue()).agree(JavaNumber::toInteger, Long::intValue);
        doubles().where(a -> Math.abs(a) < 0x1p31).agree(JavaNumber::toInteger, Double::intValue);
        doubles().where(a -> Math.abs(a) < 0x1p63).agree(JavaNumber::toLong, Double::longValue);
        floats().where(a -> Math.abs(a) < 0x1p31f).agree(JavaNumber::toInteger, Float::intValue);
        decimals()
                .where(a -> a.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
                .agree(JavaNumber::toInteger, BigDecimal::intValue);
        decimals()
                .where(a -> a.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
                .agree(JavaNumber::toLong, BigDecimal::longValue);
        decimals().agree(JavaNumber::toBigInteger, BigDecimal::toBigInteger);
    }

    @Test
    void numbersBecomeDoubles() {
        integers().agree(JavaNumber::toDouble, Integer::doubleValue);
        longs().agree(JavaNumber::toDouble, Long::doubleValue);
        floats().agree(JavaNumber::toDouble, Float::doubleValue);
        doubles().agree(JavaNumber::toDouble, a -> a);
        decimals().agree(JavaNumber::toDouble, BigDecimal::doubleValue);
    }

    @Test
    void numbersBecomeDecimals() {
        integers().agree(JavaNumber::toDecimal, BigDecimal::valueOf);
        longs().agree(JavaNumber::toDecimal, BigDecimal::valueOf);
        decimals().agree(JavaNumber::toDecimal, a -> a);
        new One<>(queries, SqlTypes.INTEGRAL, List.of(BigInteger.TEN.pow(30)))
                .agree(JavaNumber::toDecimal, BigDecimal::new);
        doubles()
                .where(a -> a == 0 || (Math.abs(a) >= 1e-3 && Math.abs(a) < 1e7))
                .agree(JavaNumber::toDecimal, BigDecimal::valueOf);
        doubles()
                .where(a -> isNormal(a) && Math.abs(a) < 0x1p53)
                .agree(
                        a -> JavaNumber.stripTrailingZeros(JavaNumber.toDecimal(a)),
                        a -> kept(BigDecimal.valueOf(a).stripTrailingZeros()));
        floats().where(a -> Math.abs(a) >= 1e-3 && Math.abs(a) < 1e7).agree(JavaNumber::toDecimal, BigDecimal::valueOf);
    }

    @Test
    void decimalsAreRoundedInEveryWay() {
        for (RoundingMode mode : RoundingMode.values()) {
            for (int scale : SCALES) {
                decimals()
                        .where(a -> mode != RoundingMode.UNNECESSARY || ends(a, scale))
                        .agree(a -> JavaNumber.setScale(a, scale, mode), a -> kept(a.setScale(scale, mode)));
            }
        }
    }

    @Test
    void decimalsAreDividedInEveryWay() {
        for (RoundingMode mode : RoundingMode.values()) {
            for (int scale : SCALES) {
                divisions()
                        .where((a, b) -> mode != RoundingMode.UNNECESSARY || ends(a, b, scale))
                        .agree(
                                (a, b) -> JavaNumber.divide(a, b, scale, mode),
                                (a, b) -> kept(a.divide(b, scale, mode)));
            }
        }
    }

    @Test
    void roundingThatShouldBeUnnecessaryFails() {
        BigDecimal number = new BigDecimal("1.005");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(
                        () -> queries.one(selectValue(JavaNumber.setScale(value(number), 2, RoundingMode.UNNECESSARY))))
                .withMessageContaining("22012");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.one(selectValue(
                        JavaNumber.divide(value(BigDecimal.ONE), value(number), 9, RoundingMode.UNNECESSARY))))
                .withMessageContaining("22012");
    }

    @Test
    void scalesFollowFromThoseOfTheTerms() {
        pairsOfDecimals().agree((a, b) -> a.plus(b), BigDecimal::add);
        pairsOfDecimals().agree((a, b) -> a.minus(b), BigDecimal::subtract);
        pairsOfDecimals().agree((a, b) -> a.times(b), BigDecimal::multiply);
        decimals().agree(JavaNumber::scale, BigDecimal::scale);
        decimals().agree(JavaNumber::stripTrailingZeros, a -> kept(a.stripTrailingZeros()));
    }

    @Test
    void remaindersAgree() {
        divisions().agree(JavaNumber::remainder, (a, b) -> kept(a.remainder(b)));
        decimals().agree(a -> JavaNumber.remainder(a, inline(BigDecimal.TEN)), a -> kept(a.remainder(BigDecimal.TEN)));
    }

    @Test
    void pointsAreMoved() {
        for (int places : new int[] {0, 1, 2, 5, 20}) {
            decimals().agree(a -> JavaNumber.movePoint(a, places), a -> a.movePointRight(places));
            decimals().agree(a -> JavaNumber.movePoint(a, -places), a -> a.movePointLeft(places));
        }
    }

    @Test
    void powersOfDecimalsAreExact() {
        for (int exponent : new int[] {0, 1, 2, 3, 4, 7, 20}) {
            decimals().agree(a -> JavaNumber.pow(a, exponent), a -> a.pow(exponent));
        }
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> JavaNumber.pow(value(BigDecimal.ONE), -1))
                .withMessageContaining("-1");
    }

    @Test
    @SuppressWarnings("BigDecimalEquals") // that it compares scales is what is asked
    void decimalsAreEqualWithTheirScale() {
        pairsOfDecimals()
                .agreeOfNulls(
                        (a, b) -> JavaNumber.equal(a, b).isTrue(), (a, b) -> a != null && b != null && a.equals(b));
    }

    private One<Integer, NumberExpr<Integer>> integers() {
        return new One<>(queries, SqlTypes.INTEGER, Numbers.integers(Samples.random(), MANY));
    }

    private One<Long, NumberExpr<Long>> longs() {
        return new One<>(queries, SqlTypes.BIGINT, Numbers.longs(Samples.random(), MANY));
    }

    private One<Double, NumberExpr<Double>> doubles() {
        return new One<>(queries, SqlTypes.DOUBLE, Numbers.doubles(Samples.random(), MANY));
    }

    private One<Float, NumberExpr<Float>> floats() {
        List<Float> floats = Numbers.doubles(Samples.random(), MANY).stream()
                .map(Double::floatValue)
                .filter(Float::isFinite)
                .toList();
        return new One<>(queries, SqlTypes.REAL, floats);
    }

    private One<BigDecimal, NumberExpr<BigDecimal>> decimals() {
        return new One<>(queries, SqlTypes.NUMERIC, Numbers.decimals(Samples.random(), MANY));
    }

    private Two<Integer, NumberExpr<Integer>, Integer, NumberExpr<Integer>> pairsOfIntegers() {
        return new Two<>(queries, SqlTypes.INTEGER, SqlTypes.INTEGER, pairs(Numbers.integers(Samples.random(), MANY)));
    }

    private Two<Long, NumberExpr<Long>, Long, NumberExpr<Long>> pairsOfLongs() {
        return new Two<>(queries, SqlTypes.BIGINT, SqlTypes.BIGINT, pairs(Numbers.longs(Samples.random(), MANY)));
    }

    private Two<Double, NumberExpr<Double>, Double, NumberExpr<Double>> pairsOfDoubles() {
        List<Double> doubles = Numbers.doubles(Samples.random(), MANY).stream()
                .filter(a -> a != 0)
                .toList();
        return new Two<>(queries, SqlTypes.DOUBLE, SqlTypes.DOUBLE, pairs(doubles));
    }

    private Two<BigDecimal, NumberExpr<BigDecimal>, BigDecimal, NumberExpr<BigDecimal>> pairsOfDecimals() {
        return new Two<>(queries, SqlTypes.NUMERIC, SqlTypes.NUMERIC, pairs(Numbers.decimals(Samples.random(), MANY)));
    }

    private Two<BigDecimal, NumberExpr<BigDecimal>, BigDecimal, NumberExpr<BigDecimal>> divisions() {
        return new Two<>(queries, SqlTypes.NUMERIC, SqlTypes.NUMERIC, Numbers.divisions(Samples.random(), MANY));
    }

    /** Each of the first few with each other, then one with the next, and with itself. */
    private static <T> List<Values<T, T, T>> pairs(List<T> values) {
        List<Values<T, T, T>> pairs = new ArrayList<>(Samples.pairs(values.subList(0, 15), values.subList(0, 15)));
        Random random = Samples.random();
        for (T value : values) {
            pairs.add(new Values<>(value, values.get(random.nextInt(values.size())), null));
        }
        return pairs;
    }

    /** The database keeps no negative scale. */
    private static BigDecimal kept(BigDecimal decimal) {
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private static boolean butForTheLastDigit(Object java, Object sql) {
        return java instanceof Double one && sql instanceof Double other && Math.abs(one - other) <= Math.ulp(one);
    }

    private static boolean isNormal(double a) {
        return Double.isFinite(a) && Math.abs(a) >= Double.MIN_NORMAL;
    }

    private static boolean ends(BigDecimal a, int scale) {
        return a.stripTrailingZeros().scale() <= scale;
    }

    private static boolean ends(BigDecimal a, BigDecimal b, int scale) {
        return a.divide(b, scale, RoundingMode.FLOOR).compareTo(a.divide(b, scale, RoundingMode.CEILING)) == 0;
    }
}
