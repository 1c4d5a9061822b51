// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Load.Strategy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of each kind of relation that has parts. */
class LoadPartKindsTest extends KindTests {
    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void partsAreLoadedAndAreNoChange(RelationKind<S, ?> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(kind.part()));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.some());
            assertThat(statements()).hasSize(kind.statements(Strategy.SELECTIN));
            assertThat(session.dirty()).isEmpty();
            forgetDerivedKeys(session, found);
            session.flush();
            assertThat(statements()).hasSize(kind.statements(Strategy.SELECTIN));
        });
    }

    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void partsOfChangedEntitiesAreNeitherWrittenNorShared(RelationKind<S, ?> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(kind.part()));
            found.forEach(kind.change());
            assertThat(session.dirty()).containsExactlyInAnyOrderElementsOf(found);
        });
        assertSeen(kind, kind.all());
    }

    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void partsAreMadeWholeByAnotherStatement(RelationKind<S, ?> kind) {
        read(session -> {
            session.list(kind.select(kind.part()));
            List<S> found = session.list(kind.select(Strategy.SUBQUERY));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void noMoreThanTheFirstOfEachEntityAreLoaded(RelationKind<S, ?> kind) {
        read(session -> {
            List<S> found = session.list(kind.select(kind.part().limit(1)));
            assertThat(found)
                    .extracting(kind.seen())
                    .extracting(LoadPartKindsTest::size)
                    .isEqualTo(kind.some().stream()
                            .map(some -> Math.min(1, size(some)))
                            .toList());
            return assertThat(statements()).hasSize(kind.statements(Strategy.SELECTIN));
        });
    }

    private static int size(Object seen) {
        return seen instanceof Map<?, ?> map ? map.size() : ((Collection<?>) seen).size();
    }
}
