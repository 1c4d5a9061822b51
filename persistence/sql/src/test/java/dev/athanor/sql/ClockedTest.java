// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values of the time at which a statement is executed. */
class ClockedTest extends Database {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Instant LATE = Instant.parse("2024-02-29T23:30:00.123456789Z");
    private static final Instant CUT = Instant.parse("2024-02-29T23:30:00.123456Z");

    /** Another instant each time it is asked. */
    private static final class Ticking extends Clock {
        private Instant next = LATE;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("only one instant is to be taken");
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plusSeconds(60);
            return now;
        }
    }

    private final Things t = new Things("t");
    private final Select<Row> all = select(
            Clocked.today(),
            Clocked.localTime(),
            Clocked.localDateTime(),
            Clocked.now(),
            Clocked.instant(),
            Clocked.today(AUCKLAND),
            Clocked.localTime(AUCKLAND),
            Clocked.localDateTime(AUCKLAND));

    @Override
    void create(TestDatabase fresh) throws SQLException {
        Things.create(fresh);
    }

    @Test
    void allValuesOfAnExecutionAreOfOneInstant() {
        Ticking clock = new Ticking();
        assertThat(all.sql()).isEqualTo("select ?, ?, ?, ?, ?, ?, ?, ?");
        assertThat(queries.at(clock).one(all))
                .hasToString("[2024-02-29, 23:30:00.123456, 2024-02-29T23:30:00.123456, 2024-02-29T23:30:00.123456Z,"
                        + " 2024-02-29T23:30:00.123456Z, 2024-03-01, 12:30:00.123456, 2024-03-01T12:30:00.123456]");
        assertThat(queries.at(clock).one(all).get(Clocked.instant())).isEqualTo(CUT.plusSeconds(60));
    }

    @Test
    void theClockOfTheSystemIsTakenIfNoneIsSaid() {
        Instant before = Instant.now();
        Row row = queries.one(all);
        assertThat(row.get(Clocked.instant())).isBetween(before.minusNanos(1_000), Instant.now());
        Instant taken = Objects.requireNonNull(row.get(Clocked.instant()));
        LocalDateTime local = LocalDateTime.ofInstant(taken, ZoneId.systemDefault());
        assertThat(row.get(Clocked.localDateTime())).isEqualTo(local);
        assertThat(row.get(Clocked.today())).isEqualTo(local.toLocalDate());
        assertThat(row.get(Clocked.localTime())).isEqualTo(local.toLocalTime());
        assertThat(row.get(Clocked.now())).isEqualTo(taken.atOffset(ZoneOffset.UTC));
        assertThat(row.get(Clocked.today(ZoneId.of("Pacific/Auckland"))))
                .isEqualTo(LocalDate.ofInstant(taken, AUCKLAND));
    }

    @Test
    void valuesAreShownAsOfNow() {
        Select<Row> shown = select(Clocked.instant(), Clocked.instant(), value("x"));
        List<Object> first = shown.binds();
        assertThat(first.get(0)).isEqualTo(first.get(1)).isInstanceOf(Instant.class);
        assertThat(first.get(2)).isEqualTo("x");
        assertThat((Instant) shown.binds().get(0)).isAfterOrEqualTo((Instant) first.get(0));
    }

    @Test
    void aStatementDoesNotAge() {
        Ticking clock = new Ticking();
        Select<Long> old = selectValue(t.id).where(t.day.plus(Period.ofDays(1)).eq(Clocked.today()));
        assertThat(queries.at(Clock.fixed(LATE, ZoneOffset.UTC)).list(old)).isEmpty();
        assertThat(queries.at(Clock.fixed(LATE, AUCKLAND)).list(old)).containsExactly(1L);
        Select<Instant> now = selectValue(Clocked.instant());
        assertThat(queries.at(clock).one(now)).isEqualTo(CUT);
        assertThat(queries.at(clock).oneOrNone(now)).contains(CUT.plusSeconds(60));
        assertThat(queries.at(clock).first(now)).contains(CUT.plusSeconds(120));
    }

    @Test
    void aCompiledStatementTakesTheTimeWhenItIsBound() throws SQLException {
        Compiled compiled = selectValue(Clocked.instant()).compiled();
        Ticking clock = new Ticking();
        try (PreparedStatement statement = connection.prepareStatement(compiled.sql())) {
            for (int i = 0; i < 2; i++) {
                compiled.bindTo(statement, clock);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(SqlTypes.INSTANT.read(row, 1)).isEqualTo(CUT.plusSeconds(60L * i));
                }
            }
            compiled.bindTo(statement);
        }
    }

    @Test
    void changesAndTheirRowsAreOfOneInstant() {
        Ticking clock = new Ticking();
        Update touched = update(t).set(t.instant, Clocked.instant()).set(t.day, Clocked.today());
        assertThat(queries.at(clock).execute(touched)).isEqualTo(2);
        assertThat(queries.list(selectValue(t.instant))).containsExactly(CUT, CUT);
        assertThat(queries.at(clock).list(touched.returning(t.instant, Clocked.now())))
                .hasToString("[[2024-02-29T23:31:00.123456Z, 2024-02-29T23:31:00.123456Z],"
                        + " [2024-02-29T23:31:00.123456Z, 2024-02-29T23:31:00.123456Z]]");
    }

    @Test
    void aBatchIsOneExecution() {
        Insert added = insert(t).set(t.id, param("id", SqlTypes.BIGINT)).set(t.at, Clocked.now());
        assertThat(queries.at(new Ticking()).batch(added, List.of(Map.of("id", 8L), Map.of("id", 9L))))
                .containsExactly(1L, 1L);
        assertThat(queries.list(selectValue(t.at).where(t.id.ge(8L))))
                .containsExactly(CUT.atOffset(ZoneOffset.UTC), CUT.atOffset(ZoneOffset.UTC));
    }

    @Test
    void aStreamIsOneExecution() throws SQLException {
        connection.setAutoCommit(false);
        try (Stream<Row> rows =
                queries.at(new Ticking()).stream(select(t.id, Clocked.instant()).from(t), 1)) {
            assertThat(rows.map(row -> row.get(Clocked.instant()))).containsExactly(CUT, CUT);
        }
    }

    @Test
    void groupsAreRecognised() {
        shown(select(t.day.plus(Period.ofDays(1)).eq(Clocked.today()), count())
                        .groupBy(t.day.plus(Period.ofDays(1)).eq(Clocked.today()))
                        .orderBy(
                                t.day.plus(Period.ofDays(1)).eq(Clocked.today()).asc()))
                .sql("select cast(t.day + cast(? as interval) as date) = ?, count(*) from things as t"
                        + " group by 1 order by 1")
                .rows("false, 1", "null, 1");
        shown(select(Clocked.today(AUCKLAND), count()).from(t).groupBy(Clocked.today(AUCKLAND)))
                .sql("select ?, count(*) from things as t group by 1");
        assertThat(select(Clocked.today(AUCKLAND), count())
                        .from(t)
                        .groupBy(Clocked.today())
                        .sql())
                .endsWith("group by ?");
    }

    @Test
    void anyFunctionOfTheClockWillDo() {
        TemporalExpr<LocalDate> tomorrow =
                Clocked.atExecution(SqlTypes.DATE, clock -> LocalDate.now(clock).plusDays(1));
        NumberExpr<Integer> year = Clocked.atExecution(
                SqlTypes.INTEGER, clock -> LocalDate.now(clock).getYear());
        Clock clock = Clock.fixed(LATE, ZoneOffset.UTC);
        assertThat(queries.at(clock).one(select(tomorrow, year.plus(1)))).hasToString("[2024-03-01, 2025]");
    }

    @Test
    void textsAreSharedWithBoundValues() {
        String text = selectValue(t.id).where(t.day.lt(Clocked.today())).sql();
        long misses = StatementCache.shared().misses();
        assertThat(selectValue(t.id).where(t.day.lt(Clocked.today())).sql()).isEqualTo(text);
        assertThat(selectValue(t.id).where(t.day.lt(LocalDate.EPOCH)).sql()).isEqualTo(text);
        assertThat(selectValue(t.id)
                        .where(t.day.lt(Clocked.today(ZoneOffset.UTC)))
                        .sql())
                .isEqualTo(text);
        assertThat(StatementCache.shared().misses()).isEqualTo(misses);
    }

    @Test
    void javasValuesCalculateAsOthers() {
        OffsetDateTime at = CUT.atOffset(ZoneOffset.UTC);
        assertThat(queries.at(Clock.fixed(at.toInstant(), ZoneOffset.UTC))
                        .one(select(
                                Clocked.now().minus(Duration.ofHours(1)),
                                Clocked.localDateTime().date().eq(Clocked.today()),
                                Clocked.localTime().gt(LocalTime.NOON),
                                Clocked.today()
                                        .age(value(LocalDate.of(1980, 3, 1)))
                                        .years())))
                .hasToString("[2024-02-29T22:30:00.123456Z, true, true, 43]");
    }
}
