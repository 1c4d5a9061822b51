// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static jakarta.persistence.LockModeType.NONE;
import static jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Author;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of entities, of a block that was undone and from before it. */
class NestedLockTest extends BlockTests {
    private int version(long id) {
        return read(session -> author(session, id).version());
    }

    /** The database has let go of the row, and of no other. */
    @Test
    void aRowThatWasLockedInABlockIsFreeAgain() {
        sessions.transaction(session -> {
            EntityManager entities = session.entityManager();
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            entities.lock(bob, PESSIMISTIC_WRITE);
            undone(session, inner -> {
                entities.lock(ada, PESSIMISTIC_WRITE);
                assertThat(entities.getLockMode(ada)).isEqualTo(PESSIMISTIC_WRITE);
            });
            assertThat(entities.getLockMode(ada)).isEqualTo(NONE);
            assertThat(entities.getLockMode(bob)).isEqualTo(PESSIMISTIC_WRITE);
            execute("set lock_timeout = '2s'; update author set city = 'Oslo' where id = 1; reset lock_timeout");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVersionThatWasToBeRaisedInABlockIsNot(boolean flush) {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            undone(session, inner -> {
                inner.entityManager().lock(ada, OPTIMISTIC_FORCE_INCREMENT);
                if (flush) {
                    inner.flush();
                }
            });
            author(session, 2).rename("Rob");
        });
        assertThat(version(1)).isEqualTo(1);
        assertThat(version(2)).isEqualTo(2);
    }

    /** It is written when the block begins. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVersionThatWasToBeRaisedBeforeABlockIsRaisedOnce(boolean keep) {
        sessions.transaction(session -> {
            session.entityManager().lock(author(session, 1), OPTIMISTIC_FORCE_INCREMENT);
            if (keep) {
                session.nested(inner -> author(inner, 2).rename("Rob"));
            } else {
                flushedAndUndone(session, inner -> author(inner, 2).rename("Rob"));
            }
        });
        assertThat(version(1)).isEqualTo(2);
        assertThat(version(2)).isEqualTo(keep ? 2 : 1);
    }
}
