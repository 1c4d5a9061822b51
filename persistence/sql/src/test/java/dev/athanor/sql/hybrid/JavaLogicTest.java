// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.nullOf;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Type;
import dev.athanor.sql.hybrid.Samples.Two;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaLogicTest extends Comparing {
    @Test
    void valuesAreEqualAsInJava() {
        compare(SqlTypes.TEXT, List.of("", "a", "A", "ä", "a\u0308", "a "));
        compare(SqlTypes.INTEGER, List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE));
        compare(SqlTypes.DOUBLE, List.of(0.0, 1.5, Double.NaN, Double.POSITIVE_INFINITY));
        compare(SqlTypes.BOOLEAN, List.of(true, false));
        compare(SqlTypes.DATE, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1)));
        compare(SqlTypes.INSTANT, List.of(Instant.EPOCH, Instant.parse("2024-02-29T12:00:00.000001Z")));
    }

    @Test
    void theScaleOfDecimalsCounts() {
        compare(
                SqlTypes.NUMERIC,
                List.of("1", "1.0", "1.00", "-1", "0", "0.0", "0.00").stream()
                        .map(BigDecimal::new)
                        .toList());
    }

    private <T, X extends Expr<T>> void compare(Type<T, X> type, List<T> values) {
        Two<T, X, T, X> pairs = new Two<>(queries, type, type, Samples.pairs(values, values));
        pairs.agreeOfNulls(JavaLogic::equal, JavaLogicTest::equal);
        pairs.agreeOfNulls(JavaLogic::same, Objects::equals);
    }

    /** Java throws for a null before the point, where SQL does not know; it is no rows' condition either way. */
    private static <T> @Nullable Boolean equal(@Nullable T a, @Nullable T b) {
        if (b == null) {
            return false;
        }
        return a == null ? null : a.equals(b);
    }

    @Test
    void equalToNullIsFalseAndNotUnknown() {
        Expr<String> nothing = nullOf(SqlTypes.TEXT);
        assertThat(queries.list(
                        selectValue(JavaLogic.equal(inline("a"), nothing).not())))
                .containsExactly(true);
        assertThat(queries.list(selectValue(JavaLogic.equal(nothing, inline("a")))))
                .containsOnlyNulls();
        assertThat(queries.list(selectValue(JavaLogic.same(nothing, inline("a")).not())))
                .containsExactly(true);
    }

    @Test
    void knownValuesAreComparedSoThatAnIndexServes() {
        Facts facts = new Facts();
        assertThat(selectValue(facts.whole)
                        .where(JavaLogic.equal(facts.text, value("a")))
                        .sql())
                .endsWith("where \"facts\".\"text\" = ?");
        assertThat(selectValue(facts.whole)
                        .where(JavaLogic.same(facts.text, inline("a")))
                        .sql())
                .endsWith("where \"facts\".\"text\" = cast('a' as text) and \"facts\".\"text\" is not null");
        assertThat(selectValue(facts.whole)
                        .where(JavaLogic.equal(facts.text, facts.other))
                        .sql())
                .endsWith("where \"facts\".\"text\" = \"facts\".\"other\" and \"facts\".\"other\" is not null");
    }
}
