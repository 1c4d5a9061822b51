// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.Reply;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;

/** What tests extend that try each kind of relation. */
abstract class KindTests extends SessionTest {
    @BeforeEach
    final void addRows() {
        execute(RelationKinds.ROWS);
    }

    static List<RelationKind<?, ?>> kinds() {
        return RelationKinds.all();
    }

    /** Those that have parts. */
    static Stream<RelationKind<?, ?>> kindsWithParts() {
        return kinds().stream().filter(kind -> !kind.some().isEmpty());
    }

    /** Each kind by each of these options. */
    static Stream<Arguments> kindsBy(Set<Load.Strategy> options) {
        return kinds().stream().flatMap(kind -> options.stream().map(option -> Arguments.of(kind, option)));
    }

    /** To a new unit of work, which may look into the shared cache, too. */
    final <S> void assertSeen(RelationKind<S, ?> kind, List<Object> wanted) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.Strategy.SELECTIN));
            assertThat(found).extracting(kind.seen()).isEqualTo(wanted);
            assertThat(session.dirty()).isEmpty();
        });
        try (var entities = factory().createEntityManager()) {
            var query = entities.createQuery(
                    "select e from " + kind.table().entityType().getSimpleName() + " e",
                    kind.table().entityType());
            List<Object> seen = query.getResultList().stream().map(kind.seen()).toList();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    static boolean isWrite(String sql) {
        return sql.startsWith("UPDATE") || sql.startsWith("INSERT") || sql.startsWith("DELETE");
    }

    /** A session forgets ratings: EclipseLink reads their articles, of which their keys are, when it flushes. */
    static void forgetDerivedKeys(Session session, List<?> found) {
        for (Object entity : found) {
            if (entity instanceof Rating) {
                session.expunge(entity);
            } else if (entity instanceof Reply reply && reply.rating() != null) {
                session.expunge(reply.rating());
            }
        }
    }
}
