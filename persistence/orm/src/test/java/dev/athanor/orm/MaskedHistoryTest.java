// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.press.Deed;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QInvoice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is masked within embedded objects, or as a whole, is masked in histories, too. */
class MaskedHistoryTest extends SessionTest {
    private final QInvoice i = QInvoice.as("i");

    @BeforeEach
    void makeHistory() {
        execute(script("athanor-history.sql"));
        sessions.transaction(session -> {
            Deed deed = new Deed(1, "House");
            deed.seal("wax", "red");
            session.add(deed);
        });
    }

    private List<ValueChange> changes(Class<?> type) {
        List<Revision> history = this.<List<Revision>>read(
                session -> session.historyOf(session.get(type, 1L).orElseThrow()));
        return history.stream().flatMap(revision -> revision.changes().stream()).toList();
    }

    @Test
    void ofAnEntityThatIsFlushed() {
        sessions.transaction(
                session -> session.get(Deed.class, 1L).orElseThrow().seal("glue", "blue"));

        assertThat(changes(Deed.class))
                .contains(
                        new ValueChange("secret", null, "***"),
                        new ValueChange("colour", null, "red"),
                        new ValueChange("copy_secret", null, "***"),
                        new ValueChange("copy_colour", null, "***"),
                        new ValueChange("secret", "***", "***"),
                        new ValueChange("colour", "red", "blue"),
                        new ValueChange("copy_secret", "***", "***"),
                        new ValueChange("copy_colour", "***", "***"));
        assertThat(changes(Deed.class).toString()).doesNotContain("wax", "glue");
    }

    @Test
    void ofRowsThatStatementsChange() {
        sessions.transaction(session -> {
            session.add(new Invoice("10.50", null));
            session.execute(update(i).set(i.seal.secret, "wax").set(i.seal.colour, "red"));
            session.execute(update(i).set(i.seal.secret, "glue").set(i.seal.colour, "blue"));
        });

        assertThat(changes(Invoice.class))
                .contains(
                        new ValueChange("secret", null, "***"),
                        new ValueChange("colour", null, "red"),
                        new ValueChange("secret", "***", "***"),
                        new ValueChange("colour", "red", "blue"));
        assertThat(changes(Invoice.class).toString()).doesNotContain("wax", "glue");
    }
}
