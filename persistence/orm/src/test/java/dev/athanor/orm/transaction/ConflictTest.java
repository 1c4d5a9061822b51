// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Task;
import dev.athanor.orm.nested.BlockTests;
import dev.athanor.orm.press.Author;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who changes what others have changed is told what it is. */
class ConflictTest extends BlockTests {
    private static void refused(String entity, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTIMISTIC_CONFLICT))
                .hasMessageStartingWith(entity + " was changed or deleted by others since it was read;");
    }

    /** After others have changed what was read. */
    private Task<RuntimeException> changing(Task<RuntimeException> change) {
        return session -> {
            author(session, 1);
            execute("update author set name = 'other', version = version + 1 where id = 1");
            change.run(session);
        };
    }

    @Test
    void aFlushTellsWhatWasChanged() {
        sessions.transaction(session -> refused(
                "Author 1",
                () -> session.nested(changing(inner -> {
                    author(inner, 1).rename("Augusta");
                    inner.flush();
                }))));
        assertThat(name(1)).isEqualTo("other");
    }

    @Test
    void aCommitTellsWhatWasChanged() {
        refused(
                "Author 1",
                () -> sessions.transaction(
                        changing(session -> author(session, 1).rename("Augusta"))));
        assertThat(name(1)).isEqualTo("other");
    }

    @Test
    void deletingTellsWhatWasChanged() {
        sessions.transaction(session -> session.add(new Author(5, "Eve")));
        refused(
                "Author 5",
                () -> sessions.transaction(session -> {
                    session.delete(author(session, 5));
                    execute("delete from author where id = 5");
                }));
    }
}
