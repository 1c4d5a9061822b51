// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Load.Strategy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option on each kind of relation: what it gives, by how many statements, and that nothing is changed by it. */
class LoadKindsTest extends KindTests {
    static Stream<Arguments> loading() {
        return kindsBy(EnumSet.of(Strategy.SELECTIN, Strategy.SUBQUERY, Strategy.JOINED, Strategy.CONTAINS));
    }

    /** Where a statement's own joins fill relations, limits count rows. */
    static Stream<Arguments> limited() {
        return kindsBy(EnumSet.of(Strategy.SELECTIN, Strategy.SUBQUERY, Strategy.JOINED));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void relationsAreLoaded(RelationKind<S, ?> kind, Strategy option) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(option));
            assertThat(statements()).as("statements that read").hasSize(kind.statements(option));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
            forgetDerivedKeys(session, found);
            session.flush();
            assertThat(statements())
                    .as("statements after use")
                    .hasSize(kind.statements(option) + kind.statementsOfUse(option));
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("limited")
    <S> void pagesAreLoadedAsAll(RelationKind<S, ?> kind, Strategy option) {
        read(session -> {
            List<S> found = session.list(kind.select(option).limit(2).offset(1));
            assertThat(found)
                    .extracting(kind.seen())
                    .isEqualTo(kind.all().subList(1, Math.min(3, kind.all().size())));
            assertThat(statements())
                    .hasSizeBetween(
                            1, option == Strategy.JOINED ? kind.statements(option) : kind.statements(option) + 1);
            return session.list(kind.select(option).distinct());
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("limited")
    <S> void oneEntityIsLoadedWhole(RelationKind<S, ?> kind, Strategy option) {
        read(session -> {
            S first = session.first(kind.select(option)).orElseThrow();
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
            return first;
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void changedEntitiesStayChanged(RelationKind<S, ?> kind, Strategy option) {
        sessions.transaction(session -> {
            S first = session.first(kind.select()).orElseThrow();
            kind.change().accept(first);
            session.noAutoflush(() -> session.list(kind.select(option)));
            assertThat(session.dirty()).containsExactly(first);
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
            forgetStatements();
        });
        assertThat(statements()).filteredOn(KindTests::isWrite).isNotEmpty();
        assertSeen(kind, kind.all());
    }

    private static <S> void change(RelationKind<S, ?> kind, Session session, List<S> found) {
        assertThat(session.dirty()).isEmpty();
        found.forEach(kind.change());
        assertThat(session.dirty()).containsExactlyInAnyOrderElementsOf(found);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void relationsAreLeftEmptyAndStayInTheDatabase(RelationKind<S, ?> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Strategy.NONE));
            for (S entity : found) {
                assertThat(kind.seen().apply(entity)).isIn("none", List.of(), Map.of());
            }
            assertThat(statements()).hasSize(1);
            change(kind, session, found);
        });
        assertSeen(kind, kind.all());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void relationsAreRefused(RelationKind<S, ?> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Strategy.RAISE));
            assertThatThrownBy(() -> found.stream().map(kind.seen()).toList())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                    .hasMessageContaining(kind.relation().attribute());
            change(kind, session, found);
        });
        assertSeen(kind, kind.all());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void refusedRelationsLoadAgainWhenTheyAreAllowedTo(RelationKind<S, ?> kind) {
        read(session -> {
            session.list(kind.select(Strategy.RAISE));
            List<S> found = session.list(kind.select(Strategy.LAZY));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void whatWasLeftEmptyIsLoadedByAnotherStatement(RelationKind<S, ?> kind, Strategy option) {
        read(session -> {
            session.list(kind.select(Strategy.NONE));
            List<S> found = session.list(kind.select(option));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void relationsAreRefusedIfTheyNeedStatements(RelationKind<S, ?> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Strategy.RAISE_ON_SQL));
            int refused = 0;
            for (int i = 0; i < found.size(); i++) {
                try {
                    assertThat(kind.seen().apply(found.get(i)))
                            .isEqualTo(kind.all().get(i));
                } catch (OrmException e) {
                    assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED);
                    refused++;
                }
            }
            assertThat(refused > 0).as("some are refused").isNotEqualTo(kind.leadsToOwners());
            assertThat(statements()).hasSize(1);
            change(kind, session, found);
        });
        assertSeen(kind, kind.all());
    }
}
