// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.SavepointEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a block sends and tells, and that one which changes nothing costs nothing else. */
class NestedCostTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");
    private final List<SessionEvent> heard = new ArrayList<>();

    private SessionFactory listening(Class<? extends SessionEvent> kind) {
        return SessionFactory.of(factory(), SessionSettings.standard().on(kind, heard::add));
    }

    @Test
    void anEmptyBlockRunsNothingBesidesItsSavepoint() {
        sessions.transaction(session -> {
            session.list(select(a));
            forgetStatements();
            session.nested(inner -> {});
            assertThat(statements()).isEmpty();
        });
    }

    @Test
    void aBlockWithoutChangesDoesNotFlush() {
        listening(FlushEvent.class).transaction(session -> {
            Author ada = author(session, 1);
            heard.clear();
            session.nested(inner -> {});
            assertThat(heard).isEmpty();
            ada.rename("Augusta");
            session.nested(inner -> ada.rename("Agatha"));
            assertThat(heard).hasSize(4);
        });
        assertThat(name(1)).isEqualTo("Agatha");
    }

    @Test
    void onlyWhatWasTouchedIsReadAnew() {
        sessions.transaction(session -> {
            session.list(select(a));
            forgetStatements();
            flushedAndUndone(session, inner -> author(inner, 2).rename("Rob"));
            assertThat(statements()).hasSize(2);
            assertThat(statements().get(0)).startsWith("UPDATE AUTHOR");
            assertThat(statements().get(1))
                    .startsWith("select")
                    .endsWith("from \"author\" as \"e\" where \"e\".\"id\" = ?");
        });
    }

    @Test
    void savepointsAreToldOf() {
        listening(SavepointEvent.class).transaction(session -> {
            session.nested(inner -> undone(inner, second -> {}));
            undone(session, inner -> {});
        });
        assertThat(heard)
                .extracting(event -> event.getClass().getSimpleName() + ((SavepointEvent) event).depth())
                .containsExactly(
                        "AfterSavepoint1",
                        "AfterSavepoint2",
                        "AfterRollbackTo2",
                        "AfterRelease1",
                        "AfterSavepoint1",
                        "AfterRollbackTo1");
    }

    @Test
    void changesAreToldOnce() {
        listening(EntityEvent.class).transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            flushedAndUndone(session, inner -> ada.rename("Agatha"));
            heard.clear();
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void aFailedFlushIsNotToldOfLater() {
        listening(EntityEvent.class).transaction(session -> {
            assertThatThrownBy(() -> session.nested(inner -> inner.add(new dev.athanor.orm.press.Tag("sql"))))
                    .isInstanceOf(RuntimeException.class);
            heard.clear();
            author(session, 1).rename("Augusta");
        });
        assertThat(heard)
                .hasSize(2)
                .allMatch(event -> event instanceof EntityEvent told && told.entity() instanceof Author);
    }

    @Test
    void noBlockBeginsWhileAFlushWrites() {
        List<Throwable> refused = new ArrayList<>();
        SessionFactory nesting =
                SessionFactory.of(factory(), SessionSettings.standard().on(EntityEvent.BeforeUpdate.class, event -> {
                    try {
                        event.scope().session().nested(inner -> {});
                    } catch (OrmException e) {
                        refused.add(e);
                    }
                }));
        nesting.transaction(session -> author(session, 1).rename("Augusta"));
        assertThat(refused).singleElement().isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(OrmError.NESTED_REFUSED));
        assertThat(name(1)).isEqualTo("Augusta");
    }
}
