// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Treasure;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that EclipseLink does not know by itself, inserted in bulk: few rows from arrays, many by {@code COPY}. */
class ConversionBulkTest extends ConversionTests {
    /** One is inserted from arrays, so many are copied. */
    private static final int MANY = 40;

    private static Stream<Named<Supplier<Treasure>>> kinds() {
        return Stream.of(
                named("full", ConversionBulkTest::plain),
                named("empty", ConversionTests::empty),
                named("extreme", ConversionTests::extreme));
    }

    /** Values that have a table of their own are not inserted in bulk. */
    private static Treasure plain() {
        Treasure plain = full();
        plain.visits.clear();
        plain.prices.clear();
        return plain;
    }

    static Stream<Arguments> countsAndKinds() {
        return Stream.of(1, MANY).flatMap(count -> kinds().map(kind -> arguments(count, kind)));
    }

    private static List<Treasure> treasures(int count, Supplier<Treasure> kind) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Treasure treasure = kind.get();
                    treasure.id = i + 1L;
                    return treasure;
                })
                .toList();
    }

    private void written(List<Treasure> all, Task<RuntimeException> how) {
        forgetStatements();
        sessions.transaction(how);
        assertThat(statements().stream().anyMatch(sql -> sql.startsWith("insert")))
                .as("from arrays, and not by COPY, whose rows no statement has")
                .isEqualTo(all.size() < MANY);
    }

    private void there(List<Treasure> all) {
        sessions.transaction(session -> {
            List<Treasure> found = session.list(select(t).orderBy(t.id.asc()));
            assertThat(found).hasSameSizeAs(all);
            for (int i = 0; i < all.size(); i++) {
                same(found.get(i), all.get(i));
            }
            assertThat(session.dirty()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("countsAndKinds")
    void entitiesComeBackAsTheyWere(int count, Supplier<Treasure> kind) {
        List<Treasure> all = treasures(count, kind);
        written(all, session -> session.bulk().insert(all));
        there(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, MANY})
    void kindsMayBeMixed(int count) {
        List<Treasure> all = treasures(count, ConversionTests::empty);
        for (int i = 0; i < count; i++) {
            all.get(i).become(List.of(plain(), empty(), extreme()).get(i % 3));
        }
        written(all, session -> session.bulk().insert(all));
        there(all);
    }

    /** Columns that COPY takes as bytes, without those that have others travel as texts, too. */
    @ParameterizedTest
    @MethodSource("countsAndKinds")
    void rowsOfSomeColumnsComeBackAsTheyWere(int count, Supplier<Treasure> kind) {
        RowMapping<Treasure> rows = RowMapping.of(Treasure.class, t)
                .set(t.id, treasure -> treasure.id)
                .set(t.version, treasure -> 1)
                .set(t.moment, treasure -> treasure.moment)
                .set(t.atzone, treasure -> treasure.atzone)
                .set(t.local, treasure -> treasure.local)
                .set(t.day, treasure -> treasure.day)
                .set(t.clock, treasure -> treasure.clock)
                .set(t.token, treasure -> treasure.token)
                .set(t.mood, treasure -> treasure.mood)
                .set(t.raw, treasure -> treasure.raw)
                .set(t.epoch, treasure -> treasure.epoch);
        List<Treasure> all = treasures(count, kind);
        written(all, session -> session.bulk().insert(rows, all));
        there(all.stream().map(ConversionBulkTest::someOf).toList());
    }

    private static Treasure someOf(Treasure whole) {
        Treasure some = empty();
        some.moment = whole.moment;
        some.atzone = whole.atzone;
        some.local = whole.local;
        some.day = whole.day;
        some.clock = whole.clock;
        some.token = whole.token;
        some.mood = whole.mood;
        some.raw = whole.raw;
        some.epoch = whole.epoch;
        some.id = whole.id;
        return some;
    }
}
