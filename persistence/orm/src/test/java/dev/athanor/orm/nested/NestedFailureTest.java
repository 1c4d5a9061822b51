// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.EntityState;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.Task;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Blocks that fail in all ways leave the transaction usable. */
class NestedFailureTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");

    private void outerIsUsableAfter(Class<? extends Throwable> failure, Task<Exception> task) {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            Author added = new Author(9, "Eve");
            assertThatThrownBy(() -> session.nested(inner -> {
                        ada.rename("Agatha");
                        inner.add(added);
                        task.run(inner);
                    }))
                    .isInstanceOf(failure)
                    .hasNoSuppressedExceptions();
            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(session.contains(added)).isFalse();
            assertThat(session.list(select(a))).hasSize(4).contains(ada);
            author(session, 2).rename("Rob");
        });
        assertThat(name(1)).isEqualTo("Augusta");
        assertThat(name(2)).isEqualTo("Rob");
        assertThat(isThere(Author.class, 9L)).isFalse();
    }

    private void divide(Session session) {
        session.list(select(a).where(a.id.eq(inline(1L).dividedBy(0L))));
    }

    @Test
    void aStatementThatFails() {
        outerIsUsableAfter(SqlException.class, this::divide);
    }

    @Test
    void aConstraintAtAFlush() {
        outerIsUsableAfter(SqlException.class, session -> {
            session.add(new Tag("sql"));
            session.flush();
        });
    }

    @Test
    void aConstraintAtTheEndOfTheBlock() {
        outerIsUsableAfter(SqlException.class, session -> session.add(new Tag("sql")));
    }

    @Test
    void anOptimisticConflict() {
        outerIsUsableAfter(OrmException.class, session -> {
            Author bob = author(session, 2);
            session.execute(update(a).set(a.version, 7).where(a.id.eq(2L)), Synchronize.NONE);
            bob.rename("Bert");
            session.flush();
        });
    }

    @Test
    void aCheckedException() {
        outerIsUsableAfter(IOException.class, session -> {
            session.flush();
            throw new IOException("no disk");
        });
    }

    @Test
    void anError() {
        outerIsUsableAfter(StackOverflowError.class, session -> {
            throw new StackOverflowError();
        });
    }

    @Test
    void anEntityThatIsNotAdded() {
        outerIsUsableAfter(RuntimeException.class, session -> {
            author(session, 2).learnFrom(new Author(10, "Fay"));
            session.flush();
        });
    }

    @Test
    void whatEclipseLinkRefuses() {
        outerIsUsableAfter(IllegalArgumentException.class, session -> session.add("no entity"));
    }

    @Test
    void aFailureThatWasCaughtUndoesTheBlock() {
        outerIsUsableAfter(OrmException.class, session -> assertThatThrownBy(() -> divide(session))
                .isInstanceOf(SqlException.class));
    }

    /** Of which EclipseLink knows nothing. */
    @Test
    void aFailureOfPlainJdbcThatWasCaughtUndoesTheBlock() {
        outerIsUsableAfter(SqlException.class, session -> assertThatThrownBy(() -> divideByJdbc(session))
                .isInstanceOf(SQLException.class));
    }

    @Test
    void aFailureOfPlainJdbcThatWasCaughtInABlockThatWritesNothingUndoesIt() {
        sessions.transaction(session -> {
            author(session, 1).rename("Augusta");
            assertThatThrownBy(() -> session.nested(inner ->
                            assertThatThrownBy(() -> divideByJdbc(inner)).isInstanceOf(SQLException.class)))
                    .isInstanceOf(SqlException.class);
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    private static void divideByJdbc(Session session) throws SQLException {
        Connection connection = session.entityManager().unwrap(Connection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 / 0");
        }
    }

    @Test
    void aMarkThatWasSetUndoesTheBlock() {
        outerIsUsableAfter(OrmException.class, session -> assertThatThrownBy(() -> session.add("no entity"))
                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void blocksWithinBlocksAreUndoneAlone() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            session.nested(first -> {
                ada.rename("one");
                undone(first, second -> {
                    ada.rename("two");
                    undone(second, third -> ada.rename("three"));
                    assertThat(ada.name()).isEqualTo("two");
                    second.nested(third -> ada.rename("four"));
                    assertThat(ada.name()).isEqualTo("four");
                });
                assertThat(ada.name()).isEqualTo("one");
                assertThat(ada.version()).isEqualTo(2);
            });
            assertThat(ada.name()).isEqualTo("one");
        });
        assertThat(name(1)).isEqualTo("one");
    }

    @Test
    void whatWasKeptIsUndoneWithWhatIsAroundIt() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author dan = author(session, 4);
            Author added = new Author(9, "Eve");
            undone(session, first -> {
                first.nested(second -> {
                    ada.rename("two");
                    second.add(added);
                    second.delete(dan);
                    assertThat(author(second, 2).name()).isEqualTo("Bob");
                    author(second, 2).rename("Rob");
                });
                first.execute(update(a).set(a.name, "all"));
            });
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(author(session, 2).name()).isEqualTo("Bob");
            assertThat(session.state(dan)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.state(added)).isEqualTo(EntityState.TRANSIENT);
        });
        assertThat(name(1)).isEqualTo("Ada");
        assertThat(isThere(Author.class, 9L)).isFalse();
    }

    @Test
    void withoutATransactionThereIsNoBlock() {
        Session outside = read(session -> session);
        assertThatThrownBy(() -> outside.nested(session -> {}))
                .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                        .isIn(OrmError.TRANSACTION_NEEDED, OrmError.SESSION_UNUSABLE));
    }
}
