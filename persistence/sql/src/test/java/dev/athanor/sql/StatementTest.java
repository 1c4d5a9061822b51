// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Library.Authors;
import dev.athanor.sql.Library.Books;
import dev.athanor.sql.tree.Command;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no database: structure, the cache, and what is refused. */
class StatementTest {
    private final Authors a = new Authors("a");
    private final Books b = new Books("b");

    @Test
    void valuesAreNoPartOfTheStructureButConstantsAre() {
        assertThat(query(selectValue(b.id).where(b.pages.gt(1)).limit(1)))
                .matches(other -> other.sameStructure(
                        query(selectValue(b.id).where(b.pages.gt(2)).limit(9))))
                .matches(other -> !other.sameStructure(
                        query(selectValue(b.id).where(b.pages.ge(1)).limit(1))))
                .matches(other -> !other.sameStructure(query(selectValue(b.id).where(b.pages.gt(1)))))
                .matches(other -> !other.sameStructure(
                        query(selectValue(b.id).where(b.id.gt(1L)).limit(1))));
        assertThat(query(selectValue(inline(1)))).matches(one -> !one.sameStructure(query(selectValue(inline(2)))));
        assertThat(query(selectValue(b.id))).matches(one -> one.sameStructure(query(selectValue(new Books("b").id))));
        assertThat(query(selectValue(b.id))).matches(one -> !one.sameStructure(query(selectValue(new Books("c").id))));
    }

    private static Command query(Select<?> select) {
        return select.command();
    }

    @Test
    void joinsArePartOfTheStructure() {
        Select<Long> from = selectValue(b.id).from(b);
        Command inner = query(from.join(a, b.authorId.eq(a.id)));

        assertThat(inner)
                .matches(other -> other.sameStructure(query(from.join(new Authors("a"), b.authorId.eq(a.id)))))
                .matches(other -> !other.sameStructure(query(from.leftJoin(a, b.authorId.eq(a.id)))))
                .matches(other -> !other.sameStructure(query(from.join(a, b.authorId.ne(a.id)))))
                .matches(other -> !other.sameStructure(query(from.join(new Authors("x"), b.authorId.eq(a.id)))))
                .matches(other -> !other.sameStructure(query(from)));
    }

    @Test
    void aStatementIsAValue() {
        Select<Long> all = selectValue(b.id);
        Select<Long> some = all.where(b.lent.isTrue());

        assertThat(all.sql()).doesNotContain("where");
        assertThat(some.sql()).contains("where");
    }

    @Test
    void sameConditionTwiceBindsTwice() {
        Condition condition = b.pages.gt(7);
        Select<Long> twice = selectValue(b.id).where(condition, condition, b.pages.lt(9));

        assertThat(twice.binds()).containsExactly(7, 7, 9);
    }

    @Test
    void theCacheIsBoundedAndCounts() {
        StatementCache cache = new StatementCache(10);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5; i++) {
                cache.rendered(selectValue(inline(i)).command());
            }
        }
        assertThat(cache.misses()).isEqualTo(5);
        assertThat(cache.hits()).isEqualTo(5);

        for (int i = 0; i < 1_000; i++) {
            cache.rendered(selectValue(inline(i)).command());
        }
        assertThat(cache.size()).isLessThanOrEqualTo(20);
    }

    @Test
    void theCacheKeepsNoValues() {
        StatementCache cache = new StatementCache(10);
        WeakReference<List<Long>> values = cachedWith(cache);
        await(() -> values.refersTo(null));
        assertThat(cache.size()).isEqualTo(1);
        cachedWith(cache);
        assertThat(cache.hits()).isEqualTo(1);
    }

    private WeakReference<List<Long>> cachedWith(StatementCache cache) {
        Select<Long> select = selectValue(b.id).where(b.id.in(new ArrayList<>(List.of(1L, 2L))));
        Derived derived = select.asTable("d");
        Select<Long> outer = selectValue(derived.get(b.id)).from(derived);
        cache.rendered(outer.command());
        return new WeakReference<>(firstList(outer));
    }

    @SuppressWarnings("unchecked")
    private static List<Long> firstList(Select<Long> select) {
        return (List<Long>) Objects.requireNonNull(select.binds().get(0));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            System.gc();
        }
    }

    @Test
    void theCacheIsSharedByThreads() {
        StatementCache cache = new StatementCache(50);
        AtomicInteger wrong = new AtomicInteger();
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            String sql = cache.rendered(selectValue(inline(i % 200)).command()).sql();
            if (!sql.equals("select " + i % 200)) {
                wrong.incrementAndGet();
            }
        });
        assertThat(wrong).hasValue(0);
    }

    @Test
    void sourcesThatNothingConnectsAreRefused() {
        assertRefused(select(a.name, b.title), SqlError.STATEMENT_INVALID, "[a, b]", "crossJoin");
        assertRefused(selectValue(a.name).where(b.id.eq(1L)), SqlError.STATEMENT_INVALID, "[a, b]");
        assertRefused(selectValue(a.name).from(b), SqlError.STATEMENT_INVALID, "\"a\" is not a source");
        assertRefused(
                selectValue(b.id).from(b).join(new Books("b"), b.id.eq(1L)),
                SqlError.STATEMENT_INVALID,
                "another alias");
        assertRefused(
                selectValue(selectValue(b.id).asTable("d").get(b.id)), SqlError.STATEMENT_INVALID, "\"d\"", "from(…)");
    }

    @Test
    void namesThatPostgresqlWouldCutOrNotKeepAreRefused() {
        assertRefused(selectValue(new Books("x".repeat(64)).id), SqlError.NAME_INVALID, "63 bytes");
        assertRefused(selectValue(new Books("ü".repeat(32)).id), SqlError.NAME_INVALID, "63 bytes");
        assertRefused(selectValue(new Books("").id), SqlError.NAME_INVALID, "empty");
        assertRefused(selectValue(b.id.as("a\0b")), SqlError.NAME_INVALID, "NUL");
        assertThat(selectValue(new Books("x\"; drop").id).sql()).contains("\"x\"\"; drop\".\"id\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void aNegativeNumberOfRowsIsRefused(long rows) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.id).limit(rows));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> selectValue(b.id).offset(rows));
    }

    @Test
    void anOrderByANameThatIsNotSelectedIsRefused() {
        assertRefused(selectValue(b.id).orderBy(b.pages.as("p").asc()), SqlError.LABEL_MISSING, "\"p\"");
    }

    @Test
    void aValueWithoutANameCannotBeReferredTo() {
        Derived derived = select(b.pages.plus(1)).asTable("d");

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> derived.get(b.pages.plus(1)))
                .satisfies(error -> assertThat(error.code()).isEqualTo(SqlError.LABEL_MISSING));
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> derived.get(b.price));
    }

    @Test
    void selectingNothingIsRefused() {
        assertThatExceptionOfType(SqlException.class).isThrownBy(() -> select());
    }

    @Test
    void aNullAmongValuesIsRefused() {
        List<Long> values = new ArrayList<>();
        values.add(null);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> b.id.in(values))
                .withMessageContaining("isNull()");
    }

    private static void assertRefused(Select<?> select, SqlError code, String... parts) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(select::sql)
                .withMessageContainingAll(parts)
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }
}
