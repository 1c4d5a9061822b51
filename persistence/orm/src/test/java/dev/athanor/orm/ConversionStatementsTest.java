// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Mood;
import dev.athanor.orm.press.Note;
import dev.athanor.orm.press.Treasure;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that EclipseLink does not know by itself, in statements. */
class ConversionStatementsTest extends ConversionTests {
    @Test
    void columnsHaveWhatTypedStatementsRead() {
        add(full());
        sessions.transaction(session -> {
            assertThat(session.one(selectValue(t.moment))).isEqualTo(MOMENT);
            assertThat(session.one(selectValue(t.length))).isEqualTo(Duration.parse("PT-51H-2M-3.000004S"));
            assertThat(session.one(selectValue(t.mood))).isEqualTo(Mood.WILD);
            assertThat(session.one(selectValue(t.note.text("text")))).isEqualTo("a \"note\"");
            assertThat(session.one(selectValue(t.tags.length()))).isEqualTo(4);
            assertThat(session.one(selectValue(t.id).where(t.moments.has(Instant.EPOCH), t.length.lt(Duration.ZERO))))
                    .isEqualTo(1L);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moment = :moment",
                "moment >= :moment",
                "moment between :moment and :moment",
                "moment in (:moment)",
                "atzone > :moment2",
                "length < :length",
                "mood = :mood",
                "token = :token",
                "local = :local",
                "clock = :clock",
                "epoch = :epoch",
                "span.begin = :moment",
                "mood = dev.athanor.orm.press.Mood.WILD",
                "note = :note"
            })
    void valuesAreComparedInJpql(String condition) {
        add(full());
        Map<String, Object> values = Map.of(
                "moment",
                MOMENT,
                "moment2",
                MOMENT.atOffset(ZoneOffset.UTC),
                "length",
                Duration.ZERO,
                "mood",
                Mood.WILD,
                "token",
                TOKEN,
                "local",
                LocalDateTime.parse("2024-03-31T02:30:00.000001"),
                "clock",
                LocalTime.parse("23:59:59.999999"),
                "epoch",
                Instant.ofEpochSecond(5),
                "note",
                new Note("a \"note\"", 7, List.of("x", "y")));
        try (EntityManager entities = factory().createEntityManager()) {
            var query = entities.createQuery("select t.id from Treasure t where t." + condition, Long.class);
            query.getParameters()
                    .forEach(parameter -> query.setParameter(parameter.getName(), values.get(parameter.getName())));
            assertThat(query.getResultList()).containsExactly(1L);
        }
    }

    @Test
    @InJavaSe
    void jpqlUpdatesAndSelectsValues() {
        add(full());
        try (EntityManager entities = factory().createEntityManager()) {
            entities.getTransaction().begin();
            entities.createQuery("update Treasure t set t.moment = :moment, t.length = :length, t.mood = :mood")
                    .setParameter("moment", Instant.EPOCH)
                    .setParameter("length", Duration.ofHours(1))
                    .setParameter("mood", Mood.CALM)
                    .executeUpdate();
            Object[] row = entities.createQuery(
                            "select t.moment, t.length, t.mood, t.note from Treasure t", Object[].class)
                    .getSingleResult();
            assertThat(row).startsWith(Instant.EPOCH, Duration.ofHours(1), Mood.CALM);
            entities.getTransaction().commit();
        }
    }

    @Test
    void statementsReturnThem() {
        sessions.transaction(session -> {
            Treasure made = session.one(insert(t)
                    .set(t.id, 1L)
                    .set(t.version, 1)
                    .set(t.moment, MOMENT)
                    .set(t.note, "{\"text\": \"x\", \"rank\": 1, \"marks\": []}")
                    .set(t.mood, Mood.CALM)
                    .returning(t));
            assertThat(made.moment).isEqualTo(MOMENT);
            assertThat(made.note).isEqualTo(new Note("x", 1, List.of()));
            Treasure changed = session.one(update(t).set(t.mood, Mood.WILD).returning(t));
            assertThat(changed).isSameAs(made);
            assertThat(changed.mood).isEqualTo(Mood.WILD);
        });
    }
}
