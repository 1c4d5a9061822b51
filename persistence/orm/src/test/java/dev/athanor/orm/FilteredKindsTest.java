// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QPhoto;
import dev.athanor.orm.press.QProfile;
import dev.athanor.orm.press.QRating;
import dev.athanor.orm.press.QRoom;
import dev.athanor.orm.press.QTag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations of all kinds lead to what filters let one see, by each option; what is hidden stays where it is. */
class FilteredKindsTest extends FilterTests {
    private static final EntityFilter NO_JAVA = EntityFilter.of("no java", QTag::as, t -> t.name.ne("java"));
    private static final EntityFilter NO_ENGINES =
            EntityFilter.of("no engines", QArticle::as, x -> x.title.ne("Engines"));
    private static final EntityFilter UPSTAIRS = EntityFilter.of("upstairs", QRoom::as, room -> room.number.gt(101));
    private static final EntityFilter NO_COVER = EntityFilter.of("no cover", QMedia::as, m -> m.name.ne("cover"));
    private static final EntityFilter SMALL = EntityFilter.of("small", QPhoto::as, p -> p.pixels.lt(100));
    private static final EntityFilter CRITICAL = EntityFilter.of("critical", QRating::as, x -> x.stars.lt(5));
    private static final EntityFilter LATE = EntityFilter.of("late", QProfile::as, p -> p.id.gt(20L));
    private static final EntityFilter NO_BOB = EntityFilter.of("no Bob", QAuthor::as, x -> x.id.ne(2L));

    static Stream<Arguments> kinds() {
        List<Object> none = List.of();
        return Stream.of(
                arguments("to one", NO_BOB, List.of("Ada", "Ada", "none", "none")),
                arguments("to one of the other side", LATE, List.of("none", "none", "third", "none")),
                arguments("to one of its own kind", NO_BOB, List.of("none", "Ada", "Cyd")),
                arguments("to many of its own kind", NO_BOB, List.of(List.of("Cyd"), List.of("Dan"), none)),
                arguments("to many, in order", NO_ENGINES, List.of(List.of("Notes"), List.of("Bridges"), none, none)),
                arguments("by a table between", NO_JAVA, List.of(List.of("sql"), none, List.of("sql"), none)),
                arguments(
                        "by a table between, from the other side", NO_ENGINES, List.of(none, none, List.of("Bridges"))),
                arguments("map of entities", UPSTAIRS, List.of(List.of(102), none)),
                arguments(
                        "list with places, of a hierarchy",
                        NO_COVER,
                        List.of(List.of("reading:LiveVideo", "trailer:Video"), none)),
                arguments(
                        "list with places, of a hierarchy",
                        SMALL,
                        List.of(List.of("reading:LiveVideo", "trailer:Video"), none)),
                arguments("to one by several columns", CRITICAL, List.of("none", "none", 4, "none")),
                arguments("of a superclass", NO_BOB, List.of("Ada", "Ada", "none")));
    }

    static Stream<Arguments> waysOfKinds() {
        return kinds().flatMap(kind -> Stream.of(
                        Load.Strategy.SELECTIN, Load.Strategy.SUBQUERY, Load.Strategy.JOINED, Load.Strategy.LAZY)
                .map(way -> arguments(way, kind.get()[0], kind.get()[1], kind.get()[2])));
    }

    private static RelationKind<?, ?> kind(String name) {
        return RelationKinds.all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <S, T> Load<S, T> load(RelationKind<S, T> kind, Load.Strategy way) {
        return switch (way) {
            case SUBQUERY -> Load.subquery(kind.relation());
            case JOINED -> Load.joined(kind.relation());
            case LAZY -> Load.lazy(kind.relation());
            default -> Load.selectin(kind.relation());
        };
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("waysOfKinds")
    void relationsLeadToWhatIsSeen(Load.Strategy way, String name, EntityFilter filter, List<Object> seen) {
        leadsToWhatIsSeen(kind(name).seeing(seen), filter, way);
        isAsItWas(kind(name));
    }

    private <S> void leadsToWhatIsSeen(RelationKind<S, ?> kind, EntityFilter filter, Load.Strategy way) {
        filtered(filter, session -> {
            List<S> found = session.list(kind.select(load(kind, way)));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
            found.forEach(kind.change());
            return found;
        });
    }

    private <S> void isAsItWas(RelationKind<S, ?> kind) {
        sessions.transaction(session -> assertThat(session.list(kind.select(Load.selectin(kind.relation()))))
                .extracting(kind.seen())
                .isEqualTo(kind.all()));
    }
}
