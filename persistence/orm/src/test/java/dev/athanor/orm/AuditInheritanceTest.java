// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.audit.HistoryTable;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.Revision.Kind;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.press.Asset;
import dev.athanor.orm.press.Machine;
import dev.athanor.orm.press.QSeasonTicket;
import dev.athanor.orm.press.QTicket;
import dev.athanor.orm.press.SeasonTicket;
import dev.athanor.orm.press.Ticket;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stamps and histories of classes below others. */
@SuppressWarnings("NullAway.Init") // before each test
class AuditInheritanceTest extends SessionTest {
    private static final Instant FIRST = Instant.parse("2026-05-04T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-05T11:00:00Z");

    private final QTicket t = QTicket.as("t");
    private final QSeasonTicket s = QSeasonTicket.as("s");
    private SessionFactory ann;
    private SessionFactory ben;

    private static SessionFactory as(String who, Instant when) {
        return SessionFactory.of(
                factory(),
                SessionSettings.standard().auditing(Auditing.by(() -> who).at(Clock.fixed(when, ZoneOffset.UTC))));
    }

    @BeforeEach
    void makeHistory() {
        ann = as("ann", FIRST);
        ben = as("ben", LATER);
        execute(script("athanor-history.sql"));
    }

    private static Machine machine(Session session) {
        return session.get(Machine.class, 1L).orElseThrow();
    }

    private List<Revision> history(Object entity) {
        return this.<List<Revision>>read(session -> session.historyOf(entity));
    }

    private static List<ValueChange> changes(List<Revision> history, String who) {
        return history.stream()
                .filter(revision -> revision.by().equals(Optional.of(who)))
                .flatMap(revision -> revision.changes().stream())
                .toList();
    }

    @Test
    void aJoinedClassThatIsDeletedHasAHistoryOfBothTables() {
        Machine machine = new Machine(1, "Loom", 3, null);
        ann.transaction(session -> session.add(machine));
        ben.transaction(session -> session.delete(machine(session)));

        assertThat(changes(history(machine), "ben"))
                .contains(new ValueChange("name", "Loom", null), new ValueChange("power", "3", null));
    }

    @Test
    void aJoinedClassThatIsInsertedHasAHistoryOfBothTables() {
        Machine machine = new Machine(1, "Loom", 3, "X-1");
        ann.transaction(session -> session.add(machine));

        assertThat(history(machine)).extracting(Revision::kind).containsExactly(Kind.INSERT, Kind.INSERT);
        assertThat(tables("INSERT")).containsExactlyInAnyOrder("asset", "machine");
        assertThat(changes(history(machine), "ann"))
                .contains(
                        new ValueChange("name", null, "Loom"),
                        new ValueChange("updater", null, "ann"),
                        new ValueChange("power", null, "3"),
                        new ValueChange("serial", null, "***"));
    }

    @Test
    void aJoinedClassThatIsChangedHasAHistoryOfTheTablesThatChanged() {
        Machine machine = new Machine(1, "Loom", 3, "X-1");
        ann.transaction(session -> session.add(machine));
        ben.transaction(session -> {
            machine(session).rename("Mill");
            machine(session).strengthen(2);
        });

        assertThat(tables("UPDATE")).containsExactlyInAnyOrder("asset", "machine");
        assertThat(changes(history(machine), "ben"))
                .contains(
                        new ValueChange("name", "Loom", "Mill"),
                        new ValueChange("updater", "ann", "ben"),
                        new ValueChange("power", "3", "5"));
    }

    /** Neither can be inserted with its relation before the other. */
    @Test
    void thoseThatReferToEachOtherHaveAHistoryOfThat() {
        Asset left = new Asset(3, "Left");
        Asset right = new Asset(4, "Right");
        left.pairWith(right);
        right.pairWith(left);
        ann.transaction(session -> {
            session.add(left);
            session.add(right);
        });

        assertThat(changes(history(left), "ann")).contains(new ValueChange("twin_id", null, "4"));
        assertThat(changes(history(right), "ann")).contains(new ValueChange("twin_id", null, "3"));
    }

    @Test
    void theClassAboveHasItsOwnHistory() {
        Asset asset = new Asset(2, "Land");
        ann.transaction(session -> session.add(asset));
        ben.transaction(session -> session.get(Asset.class, 2L).orElseThrow().rename("Ground"));

        assertThat(history(asset)).extracting(Revision::kind).containsExactly(Kind.INSERT, Kind.UPDATE);
        assertThat(changes(history(asset), "ben"))
                .containsExactlyInAnyOrder(
                        new ValueChange("name", "Land", "Ground"), new ValueChange("updater", "ann", "ben"));
    }

    @Test
    void inOneTableOnlyTheClassThatSaysSoHasAHistory() {
        SeasonTicket season = new SeasonTicket(1, "100.00", 12);
        Ticket single = new Ticket(2, "5.00");
        ann.transaction(session -> {
            session.add(season);
            session.add(single);
        });
        ben.transaction(session -> {
            session.get(Ticket.class, 1L).orElseThrow().raise("110.00");
            session.get(Ticket.class, 2L).orElseThrow().raise("6.00");
        });

        assertThat(season.seller()).isEqualTo("ann");
        assertThat(history(season)).extracting(Revision::kind).containsExactly(Kind.INSERT, Kind.UPDATE);
        assertThat(changes(history(season), "ben")).containsExactly(new ValueChange("price", "100.00", "110.00"));
        assertThatThrownBy(() -> history(single)).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(OrmError.NOT_AUDITED));
        assertThat(noted()).containsOnly("{\"id\": 1}");
    }

    /** The tables of the revisions of a kind. */
    private List<String> tables(String kind) {
        HistoryTable h = HistoryTable.as("h");
        return this.<List<String>>read(
                session -> session.list(selectValue(h.tableName).from(h).where(h.kind.eq(kind))));
    }

    /** The keys of the rows that have a history. */
    private List<String> noted() {
        HistoryTable h = HistoryTable.as("h");
        return this.<List<String>>read(
                session -> session.list(selectValue(h.rowKey).from(h)));
    }

    @Test
    void statementsAboutASharedTableNoteTheRowsOfTheClassThatSaysSo() {
        SeasonTicket season = new SeasonTicket(1, "100.00", 12);
        ann.transaction(session -> {
            session.add(season);
            session.add(new Ticket(2, "5.00"));
        });
        ben.transaction(session -> {
            session.execute(update(s).set(s.months, 24));
            session.execute(update(t).set(t.price, t.price.plus(BigDecimal.ONE)).where(t.id.eq(1L)));
        });

        assertThat(changes(history(season), "ben"))
                .containsExactly(new ValueChange("months", "12", "24"), new ValueChange("price", "100.00", "101.00"));
    }
}
