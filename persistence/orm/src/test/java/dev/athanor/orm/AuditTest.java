// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.Revision.Kind;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Deed;
import dev.athanor.orm.press.Invoice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest extends AuditTests {
    @Test
    void entitiesAreStamped() {
        Invoice invoice = added();
        assertThat(invoice)
                .returns(FIRST.atOffset(ZoneOffset.UTC), Invoice::created)
                .returns("ann", Invoice::creator)
                .returns(LocalDateTime.ofInstant(FIRST, ZoneOffset.UTC), Invoice::updated)
                .returns("ann", Invoice::updater);

        ben.transaction(session -> found(session).charge("11.00"));

        Invoice read = this.<Invoice>read(this::found);
        assertThat(read)
                .returns(FIRST.atOffset(ZoneOffset.UTC), Invoice::created)
                .returns("ann", Invoice::creator)
                .returns(LocalDateTime.ofInstant(LATER, ZoneOffset.UTC), Invoice::updated)
                .returns("ben", Invoice::updater);
    }

    @Test
    void anEntityHasTheStampsOfItsFlush() {
        added();
        ben.transaction(session -> {
            Invoice invoice = found(session);
            invoice.charge("11.00");
            session.flush();
            assertThat(invoice).returns("ben", Invoice::updater);
            assertThat(session.isModified(invoice)).isFalse();
        });
    }

    @Test
    void nothingIsStampedWhereNothingChanges() {
        added();
        ben.transaction(session -> found(session).charge("10.50"));
        assertThat(this.<Invoice>read(this::found)).returns("ann", Invoice::updater);
        assertThat(history()).hasSize(1);
    }

    @Test
    void entitiesHaveAHistory() {
        added();
        ben.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Invoice invoice = found(session);
            invoice.charge("11.00");
            invoice.pay("5353", ada);
        });
        // region history
        List<Revision> history = sessions.read(session -> session.historyOf(session.one(select(i))));
        // endregion

        assertThat(history)
                .extracting(Revision::kind, Revision::at, Revision::by)
                .containsExactly(
                        tuple(Kind.INSERT, FIRST, Optional.of("ann")), tuple(Kind.UPDATE, LATER, Optional.of("ben")));
        assertThat(history.get(1).changes())
                .containsExactlyInAnyOrder(
                        new ValueChange("account", "***", "***"),
                        new ValueChange("amount", "10.50", "11.00"),
                        new ValueChange("author_id", null, "1"),
                        new ValueChange("updated", "2026-05-04T10:00:00.123456", "2026-05-05T11:00:00"),
                        new ValueChange("updater", "ann", "ben"),
                        new ValueChange("version", "1", "2"));
        assertThat(history.get(0).of("amount")).contains(new ValueChange("amount", null, "10.50"));
        assertThat(history.get(0).of("account")).contains(new ValueChange("account", null, "***"));
        assertThat(history.get(0).of("author_id")).isEmpty();
    }

    @Test
    void allTablesOfAnEntityHaveAHistory() {
        Deed deed = new Deed(1, "House");
        ann.transaction(session -> session.add(deed));
        ben.transaction(session -> session.get(Deed.class, 1L).orElseThrow().annotate("sold"));
        ben.transaction(session -> {
            session.get(Deed.class, 1L).orElseThrow().call("Hut");
            session.get(Deed.class, 1L).orElseThrow().annotate("let");
        });
        ann.transaction(session -> session.delete(session.get(Deed.class, 1L).orElseThrow()));

        List<Revision> history = this.<List<Revision>>read(session -> session.historyOf(deed));
        assertThat(history.stream().flatMap(revision -> revision.of("note").stream()))
                .containsExactly(
                        new ValueChange("note", null, "sold"),
                        new ValueChange("note", "sold", "let"),
                        new ValueChange("note", "let", null));
        assertThat(history.stream().flatMap(revision -> revision.of("title").stream()))
                .containsExactly(
                        new ValueChange("title", null, "House"),
                        new ValueChange("title", "House", "Hut"),
                        new ValueChange("title", "Hut", null));
        assertThat(history)
                .extracting(Revision::kind)
                .filteredOn(Kind.INSERT::equals)
                .hasSize(2);
    }

    @Test
    void whatIsDeletedHasAHistory() {
        Invoice invoice = added();
        ben.transaction(session -> session.delete(found(session)));

        List<Revision> history = this.<List<Revision>>read(session -> session.historyOf(invoice));
        assertThat(history).extracting(Revision::kind).containsExactly(Kind.INSERT, Kind.DELETE);
        Revision last = history.get(history.size() - 1);
        assertThat(last.of("amount")).contains(new ValueChange("amount", "10.50", null));
        assertThat(last.by()).contains("ben");
    }

    @Test
    void whatIsRolledBackHasNone() {
        added();
        assertThatThrownBy(() -> ben.transaction(session -> {
                    found(session).charge("11.00");
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(history()).extracting(Revision::kind).containsOnly(Kind.INSERT);
    }

    @Test
    void whatHasNoHistoryIsSaid() {
        assertThatThrownBy(() ->
                        read(session -> session.historyOf(session.one(select(a).where(a.id.eq(1L))))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.NOT_AUDITED));
    }
}
