// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.Sample;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TypesTest extends SessionTest {
    private static final UUID KEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private final QSample s = QSample.as("s");

    private void written(Sample sample, Consumer<Sample> check) {
        sessions.transaction(session -> session.add(sample));
        forgetStatements();
        sessions.transaction(session -> {
            check.accept(session.one(select(s)));
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).hasSize(1);
    }

    @Test
    void valuesComeBackAsTheyWere() {
        Sample full = Sample.full(KEY);
        written(full, sample -> same(sample, full));
        sessions.transaction(
                session -> assertThat(session.one(select(s)).essay()).isEqualTo("long"));
    }

    @Test
    void nullsComeBackAsNulls() {
        execute("insert into sample (id, version, small, fraction, flag, letter) values ('" + KEY
                + "', 1, 0, 0, false, ' ')");
        sessions.transaction(session -> {
            Sample sample = session.one(select(s));
            assertThat(sample.whole).isNull();
            assertThat(sample.half).isNull();
            assertThat(sample.amount).isNull();
            assertThat(sample.big).isNull();
            assertThat(sample.maybe).isNull();
            assertThat(sample.bytes).isNull();
            assertThat(sample.day).isNull();
            assertThat(sample.time).isNull();
            assertThat(sample.atZone).isNull();
            assertThat(sample.madeAt()).isNull();
            assertThat(sample.status).isNull();
            assertThat(sample.number).isNull();
            assertThat(sample.yes).isNull();
            assertThat(sample.other).isNull();
            assertThat(sample.tiny).isNull();
            assertThat(sample.wide).isNull();
            assertThat(sample.broad).isNull();
        });
    }

    @Test
    void nullsAreWritten() {
        Sample empty = new Sample();
        empty.id = KEY;
        empty.letter = 'x';
        written(empty, sample -> same(sample, empty));
        sessions.transaction(
                session -> assertThat(session.get(Sample.class, KEY)).isPresent());
    }

    @Test
    void valuesBecomeNullsAndNullsValues() {
        Sample expected = Sample.full(KEY);
        written(expected, sample -> {});
        sessions.transaction(session -> session.one(select(s)).empty());
        expected.empty();
        expected.version = 2L;
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            same(session.one(select(s)), expected);
            assertThat(session.one(select(s)).essay()).isNull();
            session.one(select(s)).change();
        });
        expected.change();
        expected.version = 3L;
        factory().getCache().evictAll();
        sessions.transaction(session -> {
            same(session.one(select(s)), expected);
            assertThat(session.one(select(s)).essay()).isEqualTo("seven");
        });
    }

    /** But for what is read when it is used. */
    private static void same(Sample found, Sample expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("_.*", "loads", "atZone", "essay")
                .isEqualTo(expected);
        assertThat(Optional.ofNullable(found.atZone).map(OffsetDateTime::toInstant))
                .isEqualTo(Optional.ofNullable(expected.atZone).map(OffsetDateTime::toInstant));
        assertThat(found.madeAt()).isEqualTo(expected.madeAt());
    }

    @Test
    void theEntityIsToldThatItIsLoadedOnce() {
        written(Sample.full(KEY), sample -> assertThat(sample.loads).isEqualTo(1));
    }

    @Test
    void versionsAreThoseOfTheRow() {
        written(Sample.full(KEY), sample -> assertThat(sample.version).isEqualTo(1));
        sessions.transaction(session -> session.one(select(s)).write("other"));
        sessions.transaction(
                session -> assertThat(session.one(select(s)).version).isEqualTo(2));
    }

    @Test
    void whatEclipseLinkReadsIsTheSame() {
        written(Sample.full(KEY), sample -> {});
        sessions.transaction(session -> {
            Sample ours = session.one(select(s));
            session.expunge(ours);
            Sample theirs = session.entityManager().find(Sample.class, KEY);
            assertThat(theirs)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("_.*", "loads", "atZone", "essay")
                    .isEqualTo(ours);
            assertThat(theirs.atZone.truncatedTo(ChronoUnit.MILLIS).toInstant())
                    .isEqualTo(ours.atZone.truncatedTo(ChronoUnit.MILLIS).toInstant());
        });
    }
}
