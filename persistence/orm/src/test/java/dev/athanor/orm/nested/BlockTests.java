// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.Task;
import dev.athanor.orm.press.Author;

/** A test of blocks that are undone. */
public abstract class BlockTests extends SessionTest {
    /** Does something in a block that is undone. */
    protected static void undone(Session session, Task<RuntimeException> task) {
        assertThatThrownBy(() -> session.nested(inner -> {
                    task.run(inner);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class)
                .hasNoSuppressedExceptions();
    }

    /** The same; what was done is flushed before. */
    protected static void flushedAndUndone(Session session, Task<RuntimeException> task) {
        undone(session, inner -> {
            task.run(inner);
            inner.flush();
        });
    }

    protected static Author author(Session session, long id) {
        return session.get(Author.class, id).orElseThrow();
    }

    /** What another session reads. */
    protected final String name(long id) {
        return read(session -> author(session, id).name());
    }

    /** Whether another session finds it. */
    protected final boolean isThere(Class<?> type, Object key) {
        return read(session -> session.get(type, key).isPresent());
    }

    /** Why a block is undone. */
    protected static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
