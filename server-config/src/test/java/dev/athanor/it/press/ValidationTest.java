// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.it.press.unit.Memo;
import dev.athanor.orm.EntityState;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.Task;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import javax.naming.InitialContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Bean Validation says against entities undoes the block that it is said in, and nothing else. */
@SuppressWarnings("BanJNDI") // of the server's own names
class ValidationTest extends SessionTest {
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Session notes = archive.notes();

    @BeforeEach
    void makeTable() {
        execute("create table memo (id bigint primary key, text text, clerk text)");
    }

    /** Does something in a block, minds no exception, and commits. */
    private void onlyTheBlockIsUndone(Task<RuntimeException> task) throws Exception {
        archive.writeMemo(1, "ask");
        archive.inTransaction(() -> {
            Memo memo = notes.get(Memo.class, 1L).orElseThrow();
            memo.rewrite("ask again");
            assertThatThrownBy(() -> notes.nested(task))
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasNoSuppressedExceptions();
            assertThat(memo.shown()).isEqualTo("ask again (Eve)");
            notes.add(new Memo(3L, "answer"));
            return memo;
        });
        assertThat(archive.memo(1).shown()).isEqualTo("ask again (Eve)");
        assertThat(archive.memo(3).shown()).isEqualTo("answer (Eve)");
    }

    @Test
    void whatIsAddedAndNotValidIsLeftOut() throws Exception {
        Memo empty = new Memo(2L, " ");
        onlyTheBlockIsUndone(inner -> {
            inner.get(Memo.class, 1L).orElseThrow().rewrite("never");
            inner.add(empty);
        });
        assertThat(archive.<Boolean>inTransaction(
                        () -> notes.get(Memo.class, 2L).isPresent()))
                .isFalse();
        assertThat(archive.<EntityState>inTransaction(() -> notes.state(empty))).isNotEqualTo(EntityState.PERSISTENT);
    }

    @Test
    void whatIsNotValidAtAFlushHasItsEarlierValues() throws Exception {
        onlyTheBlockIsUndone(inner -> {
            inner.get(Memo.class, 1L).orElseThrow().rewrite(" ");
            inner.flush();
        });
    }

    @Test
    void whatIsNotValidAtTheEndOfTheBlockHasItsEarlierValues() throws Exception {
        onlyTheBlockIsUndone(inner -> inner.get(Memo.class, 1L).orElseThrow().rewrite(" "));
    }

    @Test
    void whatIsNotValidInNoBlockIsNoSilentCommit() throws Exception {
        archive.writeMemo(1, "ask");
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        notes.get(Memo.class, 1L).orElseThrow().rewrite(" ");
        assertThatThrownBy(notes::flush).isInstanceOf(ConstraintViolationException.class);

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(archive.memo(1).shown()).isEqualTo("ask (Eve)");
    }
}
