// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.nested.BlockTests;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction is as isolated as it is asked to be, or an error. */
class IsolationTest extends BlockTests {
    private static String asked(Session session, String what) {
        return (String) session.entityManager()
                .createNativeQuery("select current_setting('" + what + "')")
                .getSingleResult();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(OrmError.ISOLATION_REFUSED));
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionIsAsIsolatedAsItIsAskedToBe(IsolationLevel level) {
        TransactionSettings settings = TransactionSettings.standard().isolation(level);
        sessions.with(settings).transaction(session -> {
            assertThat(asked(session, "transaction_isolation")).isEqualTo(level.sql());
            assertThat(asked(session, "transaction_read_only")).isEqualTo("off");
            assertThat(session.isolation()).isEqualTo(level);
        });
        assertThat(sessions.with(settings)
                        .<String, RuntimeException>read(session ->
                                asked(session, "transaction_isolation") + asked(session, "transaction_read_only")))
                .isEqualTo(level.sql() + "on");
    }

    @Test
    void listenersOfItsBeginningComeAfterIt() {
        List<String> heard = new ArrayList<>();
        SessionFactory told = SessionFactory.of(
                factory(),
                SessionSettings.standard()
                        .on(
                                TransactionEvent.AfterBegin.class,
                                event -> heard.add(asked(event.scope().session(), "transaction_isolation"))));

        told.with(TransactionSettings.serializable()).transaction(session -> author(session, 1));

        assertThat(heard).containsExactly("serializable");
    }

    @Test
    void nothingOfItIsLeftToTheNextOnTheConnection() {
        sessions.with(TransactionSettings.serializable().readOnly()).transaction(session -> author(session, 1));
        assertThatThrownBy(
                        () -> sessions.with(TransactionSettings.serializable().readOnly())
                                .transaction(session -> {
                                    throw new IllegalStateException("on purpose");
                                }))
                .isInstanceOf(IllegalStateException.class);

        sessions.transaction(session -> {
            assertThat(asked(session, "transaction_isolation")).isEqualTo("read committed");
            assertThat(asked(session, "transaction_read_only")).isEqualTo("off");
            assertThat(asked(session, "default_transaction_isolation")).isEqualTo("read committed");
            assertThat(asked(session, "default_transaction_read_only")).isEqualTo("off");
        });
    }

    @Test
    void itIsSaidBeforeTheFirstStatement() {
        sessions.transaction(session -> {
            session.setTransaction(TransactionSettings.repeatableRead());
            assertThat(asked(session, "transaction_isolation")).isEqualTo("repeatable read");
        });
    }

    @Test
    void afterAStatementItIsTooLate() {
        refused(() -> sessions.transaction(session -> {
            author(session, 1).rename("Augusta");
            session.setTransaction(TransactionSettings.serializable());
        }));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whoMindsNoRefusalCommitsNothing() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    author(session, 1).rename("Augusta");
                    refused(() -> session.setTransaction(TransactionSettings.serializable()));
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void theSameMayBeSaidAgain() {
        sessions.with(TransactionSettings.serializable()).transaction(session -> {
            author(session, 1).rename("Augusta");
            session.setTransaction(TransactionSettings.serializable());
            session.nested(block -> block.setTransaction(TransactionSettings.serializable()));
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void aBlockIsAsIsolatedAsItsTransaction() {
        sessions.transaction(session -> {
            refused(() -> session.nested(block -> block.setTransaction(TransactionSettings.serializable())));
            author(session, 1).rename("Augusta");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @InJavaSe
    @Test
    void whoeverBeginsATransactionSaysHowItIs() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            assertThatThrownBy(() -> session.setTransaction(TransactionSettings.serializable()))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_NEEDED));

            entities.getTransaction().begin();
            session.setTransaction(TransactionSettings.serializable());
            assertThat(asked(session, "transaction_isolation")).isEqualTo("serializable");
            entities.getTransaction().commit();

            entities.getTransaction().begin();
            assertThat(session.isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
            entities.getTransaction().rollback();
        }
    }
}
