// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.sql.Select;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of relation, changed and not flushed, and statements whose options are about it. Very many, so not in a
 * server, where LoadKindsTest tries the kinds.
 */
@InJavaSe
class PendingKindsTest extends KindTests {
    static Stream<Arguments> options() {
        return kindsBy(EnumSet.allOf(Load.Strategy.class));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("options")
    <S> void changedRelationsStayAndAreWritten(RelationKind<S, ?> kind, Load.Strategy option) {
        assertStaysChanged(kind, kind.select(option));
    }

    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void changedRelationsAreNotReplacedByParts(RelationKind<S, ?> kind) {
        assertStaysChanged(kind, kind.select(kind.part()));
    }

    @ParameterizedTest
    @MethodSource("kindsWithParts")
    <S> void changedPartsAreNotMadeWhole(RelationKind<S, ?> kind) {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    S first = session.list(kind.select(kind.part())).get(0);
                    kind.pending().accept(session, first);
                    Object wanted = kind.seen().apply(first);
                    assertThat(wanted).isNotEqualTo(kind.some().get(0));
                    session.noAutoflush(() -> session.list(kind.select(Load.Strategy.SELECTIN)));
                    assertThat(kind.seen().apply(first)).isEqualTo(wanted);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
    }

    private <S> void assertStaysChanged(RelationKind<S, ?> kind, Select<S> select) {
        Object changed = sessions.<Object, RuntimeException>transactionResult(session -> {
            S first = session.first(kind.select()).orElseThrow();
            kind.pending().accept(session, first);
            Object wanted = kind.seen().apply(first);
            assertThat(wanted).isNotEqualTo(kind.all().get(0));
            Set<Object> dirty = session.dirty();

            session.noAutoflush(() -> session.list(select));

            assertThat(kind.seen().apply(first)).isEqualTo(wanted);
            assertThat(session.dirty()).containsExactlyInAnyOrderElementsOf(dirty);
            return wanted;
        });
        read(session -> {
            S first = session.first(kind.select(Load.Strategy.SELECTIN)).orElseThrow();
            return assertThat(kind.seen().apply(first)).isEqualTo(changed);
        });
    }
}
