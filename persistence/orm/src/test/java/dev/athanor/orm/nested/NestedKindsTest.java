// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.EntityState;
import dev.athanor.orm.Session;
import dev.athanor.orm.legacy.Ledger;
import dev.athanor.orm.legacy.Seat;
import dev.athanor.orm.market.Booklet;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.ItemId;
import dev.athanor.orm.press.Deed;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Machine;
import dev.athanor.orm.press.MailNotice;
import dev.athanor.orm.press.Mood;
import dev.athanor.orm.press.Note;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.RatingId;
import dev.athanor.orm.press.Sample;
import dev.athanor.orm.press.SeasonTicket;
import dev.athanor.orm.press.Treasure;
import dev.athanor.testing.PostgresTest;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes of all types, keys of all kinds, and classes in all their tables, after a block that was undone. */
@PostgresTest(scripts = {"/press.sql", "/dev/athanor/orm/athanor-history.sql"})
class NestedKindsTest extends BlockTests {
    private static final UUID KEY = new UUID(0, 1);
    private static final Instant THEN = Instant.parse("2030-01-02T03:04:05.678901Z");

    @BeforeEach
    void fill() {
        execute("""
            insert into sample values ('00000000-0000-0000-0000-000000000001', 1, '2024-02-29 23:59:59.123456', 1, 2,
              0.5, 0.25, 1.50, 12345678901234567890, true, false, 'a', 'text', '\\x0102', '2024-01-02', '10:11:12',
              '2024-05-06T07:08:09Z', 'DRAFT', 0, 'Y', '00000000-0000-0000-0000-000000000002', 'essay', 3, 4, 0.75);
            insert into treasure values (1, 1, '2024-05-06T07:08:09Z', '2024-05-06T07:08:09Z', '2024-05-06 07:08:09',
              '2024-05-06', '07:08:09', '07:08:09Z', '1 hour', '00000000-0000-0000-0000-000000000003', 'CALM', 'CALM',
              '{"text": "t", "rank": 1, "marks": ["m"]}', '{"a": 1.5}', '["a", "b"]', '{"a": 1}', '[1]', '{x, y}',
              '{00000000-0000-0000-0000-000000000004}', '{1, 2}', '{v, w}', '{2024-05-06T07:08:09Z}', 1000,
              '2024-05-06T07:08:09Z', '2 hours', '2024-05-06', '2024-05-06 07:08:09', '07:08:09', '["s"]', null);
            insert into treasure_visit values (1, '2024-05-06T07:08:09Z');
            insert into treasure_price values (1, '2024-05-06T07:08:09Z', '3 hours');
            insert into books."T_LEDGER" values (2024, 'A', 'title', 'long');
            insert into books.t_ledger_extra values (2024, 'A', 'short');
            insert into tbl_seat values ('B', 4, 'Ada');
            insert into product values ('00000000-0000-0000-0000-000000000005', 'tea');
            insert into basket (id, owner) overriding system value values (9, 'Ada');
            insert into item values (9, '00000000-0000-0000-0000-000000000005', 3);
            insert into media values (9, 'LiveVideo', 'own');
            insert into video values (9, 60);
            insert into livevideo values (9, 5);
            insert into ticket values (9, 'SeasonTicket', 5.00, 3, null);
            insert into asset values (9, 'Machine', 'Loom', null, null, null);
            insert into machine values (9, 3, 'X', null);
            insert into deed values (9, 'House');
            insert into deed_note values (9, 'old');
            """);
    }

    /**
     * A kind of entities.
     *
     * @param before changes some of its attributes
     * @param within changes all that are compared
     */
    private record Kind<T>(
            Class<T> type, Object key, Consumer<T> before, Consumer<T> within, Function<T, Stream<?>> attributes) {
        T of(Session session) {
            return session.get(type, key).orElseThrow();
        }

        List<String> values(T entity) {
            return attributes.apply(entity).map(Kind::shown).toList();
        }

        private static String shown(Object value) {
            if (value instanceof byte[] bytes) {
                return Arrays.toString(bytes);
            }
            if (value instanceof int[] numbers) {
                return Arrays.toString(numbers);
            }
            return value instanceof Object[] all ? Arrays.toString(all) : String.valueOf(value);
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>(Sample.class, KEY, sample -> sample.write("before"), Sample::change, NestedKindsTest::of),
                new Kind<>(
                        Treasure.class,
                        1L,
                        treasure -> treasure.names.add("before"),
                        NestedKindsTest::change,
                        NestedKindsTest::of),
                new Kind<>(
                        Booklet.class,
                        1L,
                        booklet -> booklet.topics().add("before"),
                        NestedKindsTest::change,
                        NestedKindsTest::of),
                new Kind<>(
                        Ledger.class,
                        new Ledger.Key(2024, "A"),
                        ledger -> ledger.write("before", "before, too"),
                        ledger -> ledger.write("within", "within, too"),
                        ledger -> Stream.of(ledger.text(), ledger.remark())),
                new Kind<>(
                        Seat.class,
                        new Seat.Place("B", 4),
                        seat -> seat.setHolder("before"),
                        seat -> seat.setHolder(null),
                        seat -> Stream.of(String.valueOf(seat.getHolder()))),
                new Kind<>(
                        Rating.class,
                        new RatingId(11, "ben"),
                        rating -> rating.rate(1),
                        rating -> rating.rate(2),
                        rating -> Stream.of(rating.stars())),
                new Kind<>(
                        Item.class,
                        new ItemId(9L, new UUID(0, 5)),
                        item -> item.count(4),
                        item -> item.count(5),
                        item -> Stream.of(item.quantity())),
                new Kind<>(
                        LiveVideo.class,
                        9L,
                        video -> video.rename("before"),
                        video -> {
                            video.rename("within");
                            video.cut(1);
                        },
                        video -> Stream.of(video.name(), video.seconds())),
                new Kind<>(
                        SeasonTicket.class,
                        9L,
                        ticket -> {},
                        ticket -> ticket.raise("6.00"),
                        ticket -> Stream.of(ticket.price())),
                new Kind<>(
                        Machine.class,
                        9L,
                        machine -> machine.rename("before"),
                        machine -> {
                            machine.rename("within");
                            machine.strengthen(7);
                        },
                        machine -> Stream.of(machine.name(), machine.power())),
                new Kind<>(
                        MailNotice.class,
                        1L,
                        notice -> {},
                        notice -> notice.reword("within"),
                        notice -> Stream.of(notice.text())),
                new Kind<>(
                        Deed.class,
                        9L,
                        deed -> deed.annotate("before"),
                        deed -> {
                            deed.call("within");
                            deed.annotate("within, too");
                        },
                        deed -> Stream.of(deed.title(), deed.note())));
    }

    private static Stream<?> of(Sample sample) {
        return Stream.of(
                sample.madeAt(),
                sample.small,
                sample.whole,
                sample.fraction,
                sample.half,
                sample.amount,
                sample.big,
                sample.flag,
                sample.maybe,
                sample.letter,
                sample.text,
                sample.bytes,
                sample.day,
                sample.time,
                sample.atZone,
                sample.status,
                sample.number,
                sample.yes,
                sample.other,
                sample.essay(),
                sample.tiny,
                sample.wide,
                sample.broad);
    }

    private static Stream<?> of(Treasure treasure) {
        return Stream.of(
                treasure.moment,
                treasure.atzone,
                treasure.local,
                treasure.day,
                treasure.clock,
                treasure.clockzone,
                treasure.length,
                treasure.token,
                treasure.mood,
                treasure.other,
                treasure.note,
                treasure.facts,
                treasure.names,
                treasure.tree,
                treasure.raw,
                treasure.tags,
                treasure.tokens,
                treasure.counts,
                treasure.words,
                treasure.moments,
                treasure.epoch,
                treasure.span.begin,
                treasure.span.length,
                treasure.span.day,
                treasure.span.local,
                treasure.span.clock,
                treasure.span.stops,
                List.copyOf(treasure.visits),
                Map.copyOf(treasure.prices));
    }

    /** Some in their places, and some by others. */
    private static void change(Treasure treasure) {
        treasure.moment = THEN;
        treasure.atzone = OffsetDateTime.parse("2030-01-02T03:04:05Z");
        treasure.local = LocalDateTime.parse("2030-01-02T03:04:05");
        treasure.day = LocalDate.of(2030, 1, 2);
        treasure.clock = LocalTime.of(1, 2, 3);
        treasure.clockzone = OffsetTime.parse("01:02:03Z");
        treasure.length = Duration.ofMinutes(7);
        treasure.token = new UUID(7, 7);
        treasure.mood = Mood.WILD;
        treasure.other = Mood.WILD;
        treasure.note = new Note("within", 7, List.of());
        treasure.facts.put("b", BigDecimal.ONE);
        treasure.names.add("within");
        treasure.tree = Json.createValue(7);
        treasure.raw = "[7]";
        treasure.tags.add("within");
        treasure.tokens = Set.of(new UUID(8, 8));
        treasure.counts[0] = 7;
        treasure.words = new String[] {"within"};
        treasure.moments.add(THEN);
        treasure.epoch = Instant.ofEpochSecond(7);
        treasure.span.begin = THEN;
        treasure.span.length = Duration.ofMinutes(8);
        treasure.span.day = LocalDate.of(2030, 1, 2);
        treasure.span.local = LocalDateTime.parse("2030-01-02T03:04:05");
        treasure.span.clock = LocalTime.of(1, 2, 3);
        treasure.span.stops.add("within");
        treasure.visits.add(THEN);
        treasure.prices.put(THEN, Duration.ofMinutes(9));
    }

    private static Stream<?> of(Booklet booklet) {
        return Stream.of(
                booklet.title(),
                booklet.topics(),
                booklet.notes(),
                booklet.printed(),
                booklet.seller() == null,
                booklet.imprint().binder() == null,
                booklet.imprint().marks());
    }

    private static void change(Booklet booklet) {
        booklet.retitle("within");
        booklet.topics().add("within");
        booklet.notes().put("within", "it");
        booklet.print(OffsetDateTime.parse("2030-01-02T03:04:05Z"));
        booklet.sellBy(null);
        booklet.imprint().bindBy(null);
        booklet.imprint().marks().add("within");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatWasChangedAndFlushedHasItsEarlierValues(Kind<T> kind) {
        hasItsEarlierValues(kind, true);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatWasChangedHasItsEarlierValues(Kind<T> kind) {
        hasItsEarlierValues(kind, false);
    }

    private <T> void hasItsEarlierValues(Kind<T> kind, boolean flush) {
        List<String> committed = sessions.<List<String>, RuntimeException>transactionResult(session -> {
            T entity = kind.of(session);
            kind.before().accept(entity);
            List<String> before = kind.values(entity);
            undone(session, inner -> {
                kind.within().accept(entity);
                List<String> within = kind.values(entity);
                for (int i = 0; i < before.size(); i++) {
                    assertThat(within.get(i)).isNotEqualTo(before.get(i));
                }
                if (flush) {
                    inner.flush();
                }
            });
            assertThat(kind.values(entity)).isEqualTo(before);
            assertThat(session.dirty()).isEmpty();
            return before;
        });
        List<String> read = read(session -> kind.values(kind.of(session)));
        assertThat(read).isEqualTo(committed);
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(kind.values(entities.find(kind.type(), kind.key())))
                    .as("in the shared cache")
                    .isEqualTo(committed);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatWasDeletedIsInTheSessionAgain(Kind<T> kind) {
        sessions.transaction(session -> {
            T entity = kind.of(session);
            List<String> before = kind.values(entity);
            flushedAndUndone(session, inner -> {
                kind.within().accept(entity);
                inner.delete(entity);
            });
            assertThat(session.state(entity)).isEqualTo(EntityState.PERSISTENT);
            assertThat(kind.of(session)).isSameAs(entity);
            assertThat(kind.values(entity)).isEqualTo(before);
            kind.before().accept(entity);
        });
        assertThat(isThere(kind.type(), kind.key())).isTrue();
    }

    @Test
    void whatWasAddedCanBeAddedAgain() {
        Seat seat = new Seat();
        seat.setPlace(new Seat.Place("C", 1));
        List<Object> added = List.of(
                seat,
                new Ledger(2025, "B", "more"),
                new LiveVideo(10, "more", 1, 2),
                new SeasonTicket(10, "1.00", 2),
                new Machine(10, "Mill", 1, "Y"),
                new Deed(10, "Barn"));
        sessions.transaction(session -> {
            flushedAndUndone(session, inner -> inner.addAll(added));
            assertThat(added).noneMatch(session::contains);
            session.addAll(added);
        });
        assertThat(isThere(Seat.class, new Seat.Place("C", 1))).isTrue();
        assertThat(isThere(Ledger.class, new Ledger.Key(2025, "B"))).isTrue();
        assertThat(isThere(LiveVideo.class, 10L)).isTrue();
        assertThat(isThere(SeasonTicket.class, 10L)).isTrue();
        assertThat(isThere(Machine.class, 10L)).isTrue();
        assertThat(isThere(Deed.class, 10L)).isTrue();
    }
}
