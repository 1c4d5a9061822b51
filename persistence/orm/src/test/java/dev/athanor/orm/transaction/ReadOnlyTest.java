// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.SavepointEvent;
import dev.athanor.orm.nested.BlockTests;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where nothing is to be written, it is the database that refuses to. */
class ReadOnlyTest extends BlockTests {
    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOfSatisfying(SqlException.class, e -> assertThat(e.sqlState())
                .contains("25006"));
    }

    @Test
    void aTransactionThatOnlyReadsRefusesToWrite() {
        refused(() -> sessions.with(TransactionSettings.standard().readOnly())
                .transaction(session -> session.add(new Tag("xml"))));
        refused(() -> sessions.with(TransactionSettings.standard().readOnly())
                .transaction(session -> author(session, 1).rename("Augusta")));
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aPartThatOnlyReadsRefusesToWriteAndTheRestIsWritten() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            String read = session.readOnly(part -> author(part, 1).name());
            assertThat(read).isEqualTo("Augusta");
            refused(() -> session.readOnly(part -> {
                ada.rename("Agatha");
                return ada;
            }));
            refused(() -> session.readOnly(part -> {
                part.add(new Tag("xml"));
                part.flush();
                return part;
            }));
            assertThat(ada.name()).isEqualTo("Augusta");
            session.add(new Tag("json"));
        });
        assertThat(name(1)).isEqualTo("Augusta");
        assertThat(isThere(Tag.class, "json")).isTrue();
        assertThat(isThere(Tag.class, "xml")).isFalse();
    }

    @Test
    void aPartOfWhatOnlyReadsNeedsNoSavepoint() {
        List<SavepointEvent> savepoints = new ArrayList<>();
        SessionFactory told = SessionFactory.of(
                factory(), SessionSettings.standard().on(SavepointEvent.AfterSavepoint.class, savepoints::add));

        told.<String, RuntimeException>read(
                session -> session.readOnly(part -> author(part, 1).name()));
        assertThat(savepoints).isEmpty();

        told.transaction(session ->
                session.readOnly(part -> part.readOnly(inner -> author(inner, 1).name())));
        assertThat(savepoints).as("that of the part itself").hasSize(1);
    }
}
