// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.SavepointEvent;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An error of a listener leaves a block as it leaves all else: undone, or the transaction is over. */
class NestedListenerTest extends BlockTests {
    /** Of which the first block is told, and no other. */
    private SessionFactory failingAt(Class<? extends SavepointEvent> kind) {
        AtomicBoolean told = new AtomicBoolean();
        return SessionFactory.of(factory(), SessionSettings.standard().on(kind, event -> {
            if (!told.getAndSet(true)) {
                throw new StackOverflowError("a listener");
            }
        }));
    }

    @Test
    void aBlockWhoseBeginningCannotBeToldIsUndone() {
        failingAt(SavepointEvent.AfterSavepoint.class).transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            assertThatThrownBy(() -> session.nested(inner -> ada.rename("Agatha")))
                    .isInstanceOf(StackOverflowError.class)
                    .hasNoSuppressedExceptions();
            assertThat(ada.name()).isEqualTo("Augusta");
            session.nested(inner -> inner.add(new Tag("xml")));
        });
        assertThat(name(1)).isEqualTo("Augusta");
        assertThat(isThere(Tag.class, "xml")).isTrue();
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).name())
                    .as("in the shared cache")
                    .isEqualTo("Augusta");
        }
    }

    @Test
    void itsSavepointIsNotLeftOpen() {
        failingAt(SavepointEvent.AfterSavepoint.class).<Boolean, RuntimeException>read(session -> {
            assertThatThrownBy(() -> session.nested(inner -> {})).isInstanceOf(StackOverflowError.class);
            assertThatThrownBy(() -> session.entityManager()
                            .createNativeQuery("release savepoint athanor_1")
                            .executeUpdate())
                    .hasStackTraceContaining("savepoint \"athanor_1\" does not exist");
            return true;
        });
    }

    /** What the database has let go cannot be undone any more. */
    @Test
    void aBlockWhoseEndCannotBeToldIsTheEndOfItsTransaction() {
        assertThatThrownBy(() -> failingAt(SavepointEvent.AfterRelease.class).transaction(session -> {
                    assertThatThrownBy(() ->
                                    session.nested(inner -> author(inner, 1).rename("Augusta")))
                            .isInstanceOf(StackOverflowError.class)
                            .satisfies(failure -> assertThat(failure.getSuppressed())
                                    .singleElement()
                                    .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                                            .isEqualTo(OrmError.TRANSACTION_FAILED)));
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_FAILED));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aBlockThatIsUndoneFailsAsItDidThoughThatCannotBeTold() {
        failingAt(SavepointEvent.AfterRollbackTo.class).transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            assertThatThrownBy(() -> session.nested(inner -> {
                        ada.rename("Agatha");
                        throw new Undone();
                    }))
                    .isInstanceOf(Undone.class)
                    .satisfies(failure ->
                            assertThat(failure.getSuppressed()).singleElement().isInstanceOf(StackOverflowError.class));
            assertThat(ada.name()).isEqualTo("Augusta");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }
}
