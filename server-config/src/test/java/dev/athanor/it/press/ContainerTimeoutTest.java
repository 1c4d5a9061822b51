// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The container gives a transaction up that takes too long; a block that it happens in undoes nothing alone. */
@SuppressWarnings({"BanJNDI", "NullAway.Init"}) // of the server's own names; before each test
class ContainerTimeoutTest extends SessionTest {
    private final Session session = CDI.current().select(Archive.class).get().session();
    private UserTransaction transaction;

    @BeforeEach
    void begin() throws Exception {
        transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.setTransactionTimeout(1);
        transaction.begin();
        session.get(Author.class, 1L).orElseThrow().rename("Augusta");
    }

    @AfterEach
    void end() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
        transaction.setTransactionTimeout(0);
    }

    private void awaitTheContainer() {
        try {
            while (transaction.getStatus() == Status.STATUS_ACTIVE) {
                session.list(selectValue(text(SqlTypes.TEXT, "pg_sleep(0.1)::text")));
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTakesTooLongInABlockEndsItsTransaction() {
        assertThatThrownBy(() -> session.nested(inner -> awaitTheContainer()))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThatThrownBy(() -> session.nested(inner -> {}))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        nothingIsCommitted();
    }

    @Test
    void whatTookTooLongBeforeABlockIsToldByIt() {
        awaitTheContainer();
        assertThatThrownBy(() -> session.nested(inner -> {}))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        nothingIsCommitted();
    }

    private void nothingIsCommitted() {
        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(this.<String>read(
                        own -> own.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("Ada");
    }
}
