// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import static java.lang.Math.max;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What hybrids do with numbers. */
@Entity
@SuppressWarnings({"NullAway.Init", "OperatorPrecedence", "ShortCircuitBoolean", "BigDecimalEquals"}) // as people write
class Numbers {
    private static final BigDecimal VAT = new BigDecimal("0.21");
    private static final int FACTOR = 3 * 7;

    @Id
    Long id;

    int one;
    int two;

    Integer boxed;

    long big;
    long bigger;

    Long boxedBig;

    short little;

    double wide;
    double wider;

    Double boxedWide;

    float narrow;
    boolean flag;

    Boolean maybe;

    @Column(precision = 19, scale = 2)
    BigDecimal price;

    @Column(precision = 19, scale = 4)
    BigDecimal rate;

    BigInteger huge;

    @Hybrid
    int sum() {
        return one + two - FACTOR * little;
    }

    @Hybrid
    long product() {
        return big * 2 + one - boxed;
    }

    @Hybrid
    int quotient() {
        return two != 0 ? one / two + one % two : 0;
    }

    @Hybrid
    double mean() {
        return (wide + wider) / 2 + one / 4.0;
    }

    @Hybrid
    long negative() {
        return -one - -big + +two;
    }

    @Hybrid
    int whole() {
        return (int) (wide / 1e6) + (int) ((long) (wider / 1e3));
    }

    @Hybrid
    long casts() {
        return (long) one + (long) (narrow / 1e30f);
    }

    @Hybrid
    boolean compared() {
        return one < two && big >= bigger || wide > one && boxed <= big;
    }

    @Hybrid
    boolean same() {
        return one == two || boxed == one || big != bigger;
    }

    @Hybrid
    boolean guarded() {
        return two != 0 && one / two > 3 || two == 0;
    }

    @Hybrid
    boolean logic() {
        return !flag & (maybe | one > 3) ^ flag;
    }

    @Hybrid
    boolean really() {
        return Boolean.TRUE.equals(maybe) || Boolean.valueOf(flag).booleanValue();
    }

    @Hybrid
    int maths() {
        return Math.abs(one / 2) + Math.max(one / 4, two / 4) + Math.min(one / 4, two / 4) + max(1, little);
    }

    @Hybrid
    long longMaths() {
        return Math.abs(big / 8) + Math.max(big / 8, bigger / 8) - Math.min(big / 8, bigger / 8);
    }

    @Hybrid
    double doubleMaths() {
        return Math.abs(wide) + Math.max(wide, wider) + Math.min(wide, boxedWide);
    }

    @Hybrid
    int floors() {
        return two == 0 ? 0 : Math.floorDiv(one, two) + Math.floorMod(one, two);
    }

    @Hybrid
    long longFloors() {
        return bigger == 0 ? 0 : Math.floorDiv(big, bigger) + Math.floorMod(big, bigger);
    }

    @Hybrid
    long rounded() {
        return Math.round(wide / 1e9) + Math.round(narrow / 1e30f);
    }

    @Hybrid
    double ends() {
        return Math.floor(wide) - Math.ceil(wider);
    }

    @Hybrid
    double roots() {
        return Math.sqrt(Math.abs(wide)) + Math.pow(little, 2);
    }

    @Hybrid
    int exact() {
        return Math.addExact(one, two) - Math.subtractExact(little, 3);
    }

    @Hybrid
    long longExact() {
        return Math.addExact(big, bigger) + Math.multiplyExact(big, bigger) + Math.subtractExact(big, 1L);
    }

    @Hybrid
    int exactProduct() {
        return Math.multiplyExact(one, two) + Math.toIntExact(big);
    }

    @Hybrid
    int signs() {
        return Integer.compare(one, two) * 100 + Long.compare(big, bigger) * 10 + price.signum();
    }

    @Hybrid
    int statics() {
        return Integer.max(one / 2, 5) / 2 + Integer.min(one / 2, two / 2) / 2 + Integer.sum(little, 1);
    }

    @Hybrid
    long longStatics() {
        return Long.max(big / 8, 5) + Long.min(big / 8, bigger / 8) + Long.sum(little, 1);
    }

    @Hybrid
    double values() {
        return Integer.valueOf(one).doubleValue()
                + Long.valueOf(big).doubleValue()
                + Double.valueOf(wide).doubleValue()
                + boxed.intValue()
                + boxed.longValue()
                + boxedBig.longValue();
    }

    @Hybrid
    BigDecimal total() {
        return price.add(rate).subtract(BigDecimal.ONE).multiply(VAT).negate().abs();
    }

    @Hybrid
    BigDecimal extremes() {
        return price.max(rate).min(BigDecimal.valueOf(one)).add(BigDecimal.valueOf(12, 1));
    }

    @Hybrid
    boolean dear() {
        return price.compareTo(rate) >= 0 || price.compareTo(BigDecimal.TEN) == 0;
    }

    @Hybrid
    int order() {
        return price.compareTo(rate);
    }

    @Hybrid
    boolean alike() {
        return price.equals(rate) || price.setScale(4, RoundingMode.UNNECESSARY).equals(rate);
    }

    @Hybrid
    BigDecimal halfUp() {
        return rate.setScale(1, RoundingMode.HALF_UP);
    }

    @Hybrid
    BigDecimal halfEven() {
        return rate.setScale(2, RoundingMode.HALF_EVEN);
    }

    @Hybrid
    BigDecimal cut() {
        return rate.setScale(0, RoundingMode.DOWN).add(rate.setScale(3, RoundingMode.CEILING));
    }

    @Hybrid
    BigDecimal divided() {
        return rate.signum() == 0 ? BigDecimal.ZERO : price.divide(rate, 3, RoundingMode.HALF_UP);
    }

    @Hybrid
    BigDecimal left() {
        return rate.signum() == 0 ? BigDecimal.ZERO : price.remainder(rate);
    }

    @Hybrid
    BigDecimal moved() {
        return price.movePointLeft(2).add(rate.movePointRight(2)).add(rate.pow(2));
    }

    @Hybrid
    int scales() {
        return price.scale() * 10
                + rate.add(new BigDecimal("0.00001")).stripTrailingZeros().scale();
    }

    @Hybrid
    String plain() {
        return price.toPlainString() + "/" + rate.toPlainString();
    }

    @Hybrid
    long narrowed() {
        return rate.longValue() / 1000 + price.movePointLeft(10).intValue();
    }

    @Hybrid
    double floating() {
        return price.doubleValue();
    }

    @Hybrid
    BigInteger hugeSum() {
        return huge.add(BigInteger.valueOf(3))
                .subtract(huge.multiply(huge))
                .negate()
                .abs()
                .add(rate.toBigInteger());
    }

    @Hybrid
    BigDecimal discounted(BigDecimal percent) {
        return price.subtract(price.multiply(percent).movePointLeft(2)).setScale(2, RoundingMode.HALF_UP);
    }

    @Hybrid
    boolean above(int least, double factor) {
        return one * factor > least;
    }

    @Hybrid
    BigDecimal cheaper() {
        return discounted(rate);
    }
}
