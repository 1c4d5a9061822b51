// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is said in the server when the database has gone, and that it goes on when that is back. */
@SuppressWarnings("BanJNDI") // of the server's own name
class LostConnectionTest extends SessionTest {
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final QAuthor a = QAuthor.as("a");

    private static void isLost(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(SqlException.class, e -> assertThat(e.code())
                .isEqualTo(SqlError.CONNECTION_LOST));
    }

    private void endConnections() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where state = 'idle in transaction' and datname = current_database()");
    }

    private String name() {
        return read(session -> session.get(Author.class, 1L).orElseThrow().name());
    }

    @Test
    void aConnectionThatIsLostInABeansTransactionIsToldApart() {
        isLost(() -> archive.inTransaction(() -> {
            archive.author(1).rename("Augusta");
            archive.session().flush();
            endConnections();
            return archive.session().list(select(a));
        }));
        assertThat(name()).isEqualTo("Ada");
    }

    @Test
    void aConnectionThatIsLostInABlockIsTheEndOfItsTransaction() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        archive.author(1).rename("Augusta");
        isLost(() -> archive.session().nested(inner -> {
            endConnections();
            inner.list(select(a));
        }));
        assertThatThrownBy(() -> archive.session().nested(inner -> {}))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(name()).isEqualTo("Ada");
    }

    @Test
    void aConnectionThatIsLostInATransactionOfAFactoryIsToldApart() {
        isLost(() -> archive.sessions().transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            session.flush();
            endConnections();
            session.list(select(a));
        }));
        assertThat(name()).isEqualTo("Ada");
    }

    @Test
    void aConnectionThatIsLostBeforeTheCommitLosesWhatWasDone() {
        isLost(() -> archive.sessions().transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            endConnections();
        }));
        assertThat(name()).isEqualTo("Ada");
    }
}
