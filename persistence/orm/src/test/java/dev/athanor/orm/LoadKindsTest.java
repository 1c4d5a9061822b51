// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Reply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option on each kind of relation: what it gives, by how many statements, and that nothing is changed by it. */
class LoadKindsTest extends SessionTest {
    static List<RelationKind<?, ?>> kinds() {
        return RelationKinds.all();
    }

    static Stream<Arguments> loading() {
        return kinds().stream().flatMap(kind -> loads(kind).map(load -> Arguments.of(kind, load)));
    }

    private static <S, T> Stream<Load<S, T>> loads(RelationKind<S, T> kind) {
        return Stream.of(Load.selectin(kind.relation()), Load.subquery(kind.relation()), Load.joined(kind.relation()));
    }

    private static int statementsOf(Load<?, ?> load) {
        return load.strategy() == Load.Strategy.JOINED ? 1 : 2;
    }

    /** A mentor is there already. */
    private static int statementsOf(RelationKind<?, ?> kind, Load<?, ?> load) {
        return kind.relation().attribute().equals("mentor") ? 1 : statementsOf(load);
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void relationsAreLoaded(RelationKind<S, ?> kind, Load<S, ?> load) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(load));
            int read = statementsOf(kind, load);
            assertThat(statements()).as("statements that read").hasSize(read);
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
            found.stream()
                    .filter(Reply.class::isInstance)
                    .map(one -> ((Reply) one).rating())
                    .filter(Objects::nonNull)
                    .forEach(session::expunge); // derived keys
            session.flush();
            assertThat(statements()).as("statements after use").hasSize(read);
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void pagesAreLoadedAsAll(RelationKind<S, ?> kind, Load<S, ?> load) {
        read(session -> {
            List<S> found = session.list(kind.select(load).limit(2).offset(1));
            assertThat(found)
                    .extracting(kind.seen())
                    .isEqualTo(kind.all().subList(1, Math.min(3, kind.all().size())));
            assertThat(statements()).hasSizeLessThanOrEqualTo(statementsOf(load));
            return session.list(kind.select(load).distinct());
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void oneEntityIsLoadedWhole(RelationKind<S, ?> kind, Load<S, ?> load) {
        read(session -> {
            S first = session.first(kind.select(load)).orElseThrow();
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
            return first;
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void changedEntitiesStayChanged(RelationKind<S, ?> kind, Load<S, ?> load) {
        sessions.transaction(session -> {
            S first = session.first(kind.select()).orElseThrow();
            kind.change().accept(first);
            boolean modified = session.isModified(first);
            session.noAutoflush(() -> session.list(kind.select(load)));
            assertThat(session.isModified(first)).isEqualTo(modified);
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreLeftEmptyAndStayInTheDatabase(RelationKind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.noLoad(kind.relation())));
            for (S entity : found) {
                assertThat(kind.seen().apply(entity)).isIn("none", List.of(), Map.of());
            }
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).hasSize(1);
            found.forEach(kind.change());
        });
        whatIsThereIsAsItWas(kind);
    }

    /** To a new unit of work, which may look into the shared cache, too. */
    private <S, T> void whatIsThereIsAsItWas(RelationKind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.selectin(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
        });
        try (var entities = factory().createEntityManager()) {
            var query = entities.createQuery(
                    "select e from " + kind.table().entityType().getSimpleName() + " e",
                    kind.table().entityType());
            List<Object> seen = query.getResultList().stream().map(kind.seen()).toList();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(kind.all());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreRefused(RelationKind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.raise(kind.relation())));
            assertThatThrownBy(() -> found.stream().map(kind.seen()).toList())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                    .hasMessageContaining(kind.relation().attribute());
            assertThat(session.dirty()).isEmpty();
            found.forEach(kind.change());
            found.forEach(entity -> {
                if (entity instanceof Reply) {
                    session.expunge(entity);
                }
            });
        });
        whatIsThereIsAsItWas(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void refusedRelationsLoadAgainWhenTheyAreAllowedTo(RelationKind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.raise(kind.relation())));
            List<S> found = session.list(kind.select(Load.lazy(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void whatWasLeftEmptyIsLoadedByAnotherStatement(RelationKind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.noLoad(kind.relation())));
            List<S> found = session.list(kind.select(Load.selectin(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreRefusedIfTheyNeedStatements(RelationKind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.raiseOnSql(kind.relation()))).forEach(entity -> {
                try {
                    assertThat(kind.seen().apply(entity)).isNotNull();
                } catch (OrmException e) {
                    assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED);
                }
            });
            assertThat(statements()).hasSize(1);
            return session;
        });
    }
}
