// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QInvoice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Two who keep histories: Ann, and a day later Ben. */
@SuppressWarnings("NullAway.Init") // before each test
abstract class AuditTests extends SessionTest {
    static final Instant FIRST = Instant.parse("2026-05-04T10:00:00.123456Z");
    static final Instant LATER = Instant.parse("2026-05-05T11:00:00Z");

    final QInvoice i = QInvoice.as("i");
    final QAuthor a = QAuthor.as("a");
    SessionFactory ann;
    SessionFactory ben;

    static SessionFactory as(String who, Instant when) {
        // region settings
        SessionSettings settings =
                SessionSettings.standard().auditing(Auditing.by(() -> who).at(Clock.fixed(when, ZoneOffset.UTC)));
        // endregion
        return SessionFactory.of(factory(), settings);
    }

    @BeforeEach
    void makeHistory() {
        ann = as("ann", FIRST);
        ben = as("ben", LATER);
        execute(script("athanor-history.sql"));
    }

    Invoice added() {
        Invoice invoice = new Invoice("10.50", "4242");
        ann.transaction(session -> session.add(invoice));
        return invoice;
    }

    Invoice found(Session session) {
        return session.one(select(i));
    }

    List<Revision> history() {
        return this.<List<Revision>>read(session -> session.historyOf(found(session)));
    }

    static List<ValueChange> changes(Revision revision) {
        return revision.changes();
    }
}
