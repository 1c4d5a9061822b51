// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.legacy.Ledger;
import dev.athanor.orm.legacy.QLedger;
import dev.athanor.orm.legacy.QSeat;
import dev.athanor.orm.legacy.Seat;
import org.junit.jupiter.api.Test;

/** Entities that others wrote, on tables that others made. */
class LegacyTest extends SessionTest {
    private final QLedger l = QLedger.as("l");
    private final QSeat s = QSeat.as("s");

    private void add() {
        Ledger ledger = new Ledger(2026, "A", "First");
        ledger.write("a long text", "a remark");
        sessions.transaction(session -> session.add(ledger));
    }

    @Test
    void quotedNamesSchemasAndSecondTablesAreReadAndWritten() {
        add();
        sessions.transaction(session -> {
            Ledger ledger = session.one(select(l).where(l.title.eq("First").and(l.remark.startsWith("a"))));
            assertThat(ledger).returns("a remark", Ledger::remark);
            assertThat(session.get(Ledger.class, new Ledger.Key(2026, "A"))).containsSame(ledger);
            assertThat(session.entityManager().find(Ledger.class, new Ledger.Key(2026, "A")))
                    .isSameAs(ledger);
            assertThat(session.isModified(ledger)).isFalse();
            ledger.write("another", "changed");
        });
        assertThat(this.<String>read(session -> session.one(select(l)).remark()))
                .isEqualTo("changed");
    }

    @Test
    void lazyAttributesAreThereWhenTheyAreUsed() {
        add();
        sessions.transaction(session -> {
            Ledger ledger = session.one(select(l));
            assertThat(ledger.text()).isEqualTo("a long text");
            assertThat(session.dirty()).isEmpty();
        });
        sessions.transaction(session -> {
            Ledger found = session.entityManager().find(Ledger.class, new Ledger.Key(2026, "A"));
            assertThat(session.one(select(l))).isSameAs(found).returns("a long text", Ledger::text);
        });
    }

    @Test
    void embeddedKeysOfPropertiesAreFoundAndChanged() {
        sessions.transaction(session -> {
            Seat seat = new Seat();
            seat.setPlace(new Seat.Place("B", 4));
            seat.setHolder("Ada");
            session.add(seat);
        });
        sessions.transaction(session -> {
            Seat seat = session.get(Seat.class, new Seat.Place("B", 4)).orElseThrow();
            assertThat(session.one(select(s).where(s.holder.eq("Ada")))).isSameAs(seat);
            seat.setHolder("Bob");
            assertThat(session.exists(select(s).where(s.holder.eq("Bob")))).isTrue();
            assertThat(session.list(
                            update(s).set(s.holder, s.holder.concat("!")).returning(s)))
                    .containsExactly(seat);
            assertThat(seat.getHolder()).isEqualTo("Bob!");
        });
    }
}
