// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.excluded;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.Revision.Kind;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Invoice;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is written by statements and in bulk has a history, too. */
class AuditStatementsTest extends AuditTests {
    @Test
    void updatesByStatementsHaveAHistory() {
        added();
        ann.transaction(session -> session.add(new Invoice("20.00", null)));
        forgetStatements();
        ben.transaction(session -> {
            // region bulk
            long raised = session.execute(update(i).set(i.amount, i.amount.plus(BigDecimal.ONE)));
            // endregion
            assertThat(raised).isEqualTo(2);
        });
        assertThat(statements()).as("one statement does it all").hasSize(1);

        List<Invoice> invoices =
                this.<List<Invoice>>read(session -> session.list(select(i).orderBy(i.id.asc())));
        assertThat(invoices).extracting(Invoice::updater).containsOnly("ben");
        assertThat(invoices)
                .extracting(Invoice::amount)
                .containsExactlyInAnyOrder(new BigDecimal("11.50"), new BigDecimal("21.00"));
        Invoice first = invoices.get(0);
        List<Revision> history = this.<List<Revision>>read(session -> session.historyOf(first));
        Revision last = history.get(history.size() - 1);
        assertThat(last).returns(Kind.UPDATE, Revision::kind).returns(Optional.of("ben"), Revision::by);
        assertThat(changes(last))
                .containsExactlyInAnyOrder(
                        new ValueChange("amount", "10.50", "11.50"),
                        new ValueChange("updated", "2026-05-04T10:00:00.123456", "2026-05-05T11:00:00"),
                        new ValueChange("updater", "ann", "ben"));
    }

    @Test
    void updatesFromOtherTablesHaveAHistory() {
        added();
        ben.transaction(session -> {
            List<Invoice> updated = session.list(update(i)
                    .set(i.account, a.name)
                    .set(i.author.id, a.id)
                    .from(a)
                    .where(a.id.eq(2L).and(i.amount.gt(BigDecimal.TEN)))
                    .returning(i));
            assertThat(updated).hasSize(1);
            assertThat(session.execute(update(i).set(i.account, "none").where(i.amount.lt(BigDecimal.ONE))))
                    .isZero();
        });
        List<Revision> history = history();
        assertThat(history.get(history.size() - 1).of("author_id")).contains(new ValueChange("author_id", null, "2"));
        assertThat(history.get(history.size() - 1).of("account")).contains(new ValueChange("account", "***", "***"));
    }

    @Test
    void deletesByStatementsHaveAHistory() {
        Invoice invoice = added();
        ben.transaction(session -> {
            List<BigDecimal> gone =
                    session.list(delete(i).where(i.amount.gt(BigDecimal.ONE)).returningValue(i.amount));
            assertThat(gone).containsExactly(new BigDecimal("10.50"));
        });
        List<Revision> history = this.<List<Revision>>read(session -> session.historyOf(invoice));
        assertThat(history.get(history.size() - 1)).returns(Kind.DELETE, Revision::kind);
    }

    @Test
    void insertsByStatementsHaveAHistory() {
        ann.transaction(session -> {
            long inserted = session.execute(insert(i)
                    .row(row -> row.set(i.id, 7L).set(i.amount, BigDecimal.ONE).set(i.version, 1))
                    .row(row -> row.set(i.id, 8L).set(i.amount, BigDecimal.TEN).set(i.version, 1)));
            assertThat(inserted).isEqualTo(2);
        });
        ben.transaction(session -> session.execute(insert(i)
                .set(i.id, 7L)
                .set(i.amount, BigDecimal.TEN)
                .set(i.version, 1)
                .onConflict(i.id)
                .doUpdate(row -> row.set(i.amount, excluded(i.amount)))));
        List<Invoice> invoices =
                this.<List<Invoice>>read(session -> session.list(select(i).orderBy(i.id.asc())));
        assertThat(invoices).extracting(Invoice::creator).containsOnly("ann");
        assertThat(invoices).extracting(Invoice::updater).containsExactly("ben", "ann");
        List<Revision> history = this.<List<Revision>>read(session -> session.historyOf(invoices.get(0)));
        assertThat(history).extracting(Revision::kind).containsExactly(Kind.INSERT, Kind.UPDATE);
        assertThat(changes(history.get(1)))
                .containsExactlyInAnyOrder(
                        new ValueChange("amount", "1.00", "10.00"),
                        new ValueChange("updated", "2026-05-04T10:00:00.123456", "2026-05-05T11:00:00"),
                        new ValueChange("updater", "ann", "ben"));
    }

    @Test
    void insertsThatUpdateTellWhichRowsTheyInserted() {
        ann.transaction(session -> session.bulk().insert(invoices, List.of(7L, 8L)));
        ben.transaction(session -> {
            List<Long> touched = session.list(insert(i)
                    .row(row -> row.set(i.id, 7L).set(i.amount, BigDecimal.ZERO).set(i.version, 1))
                    .row(row -> row.set(i.id, 8L).set(i.amount, BigDecimal.ONE).set(i.version, 1))
                    .row(row -> row.set(i.id, 9L).set(i.amount, BigDecimal.ONE).set(i.version, 1))
                    .onConflict(i.id)
                    .doUpdate(row -> row.set(i.amount, excluded(i.amount)), i.id.ne(8L))
                    .returningValue(i.id));
            assertThat(touched).containsExactlyInAnyOrder(7L, 9L);
            long none = session.execute(insert(i)
                    .set(i.id, 7L)
                    .set(i.amount, BigDecimal.TEN)
                    .set(i.version, 1)
                    .onConflict(i.id)
                    .doNothing());
            assertThat(none).isZero();
        });
        assertThat(kinds("ben")).containsExactlyInAnyOrder("7:UPDATE", "9:INSERT");
        assertThat(amounts("ben")).containsExactlyInAnyOrder("7.00->0.00", "null->1.00");
    }

    @Test
    void rowsWrittenInBulkHaveAHistory() {
        ann.transaction(session ->
                session.bulk().insert(invoices, LongStream.range(0, 100).boxed().toList()));
        assertThat(kinds("ann")).hasSize(100).allMatch(kind -> kind.endsWith(":INSERT"));
        ben.transaction(session -> {
            RowMapping<Long> doubled =
                    RowMapping.of(Long.class, i).set(i.id, id -> id).set(i.amount, id -> BigDecimal.valueOf(2 * id));
            assertThat(session.bulk().update(doubled, List.of(3L, 5L, 200L)).rows())
                    .isEqualTo(2);
            assertThat(session.bulk().updateReturning(i, doubled, List.of(6L)).values())
                    .extracting(Invoice::updater)
                    .containsExactly("ben");
            assertThat(session.bulk().delete(i.id, List.of(7L)).rows()).isEqualTo(1);
        });

        assertThat(kinds("ben")).containsExactlyInAnyOrder("3:UPDATE", "5:UPDATE", "6:UPDATE", "7:DELETE");
        assertThat(amounts("ben")).containsExactlyInAnyOrder("3.00->6.00", "5.00->10.00", "6.00->12.00", "7.00->null");
        assertThat(this.<Invoice>read(session -> session.get(Invoice.class, 3L).orElseThrow()))
                .returns("ben", Invoice::updater)
                .returns("ann", Invoice::creator);
    }

    @Test
    void entitiesWithAHistoryAreNotInsertedInBulk() {
        assertThatThrownBy(() -> ann.transaction(session -> session.bulk().insert(List.of(new Invoice("1.50", null)))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.BULK_UNSUPPORTED))
                .hasMessageContaining("Invoice has a history");
        assertThat(kinds("ann")).isEmpty();
    }

    @Test
    void reportedFailuresOfBulkWritingHaveNoHistory() {
        execute("alter table invoice add check (amount < 100)");
        ann.transaction(session -> {
            BulkResult result = session.bulk().reportingFailures().insert(invoices, List.of(1L, 200L, 2L));
            assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1L);
        });
        assertThat(kinds("ann")).containsExactlyInAnyOrder("1:INSERT", "2:INSERT");
    }

    @Test
    @InJavaSe
    void anUpdateThatWaitsForAnotherNotesWhatThatLeft() throws Exception {
        added();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            List<Future<Long>> later = new ArrayList<>();
            ann.transaction(session -> {
                session.execute(update(i).set(i.amount, new BigDecimal("20.00")));
                later.add(thread.submit(() -> ben.<Long, RuntimeException>transactionResult(
                        other -> other.execute(update(i).set(i.amount, i.amount.plus(BigDecimal.ONE))))));
                await(() -> !rows("select 'waits' from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        .isEmpty());
            });
            assertThat(later.get(0).get(20, SECONDS)).isEqualTo(1);
        } finally {
            thread.shutdownNow();
        }
        assertThat(amounts("ben")).containsExactly("20.00->21.00");
    }

    private final RowMapping<Long> invoices = RowMapping.of(Long.class, i)
            .set(i.id, id -> id)
            .set(i.amount, BigDecimal::valueOf)
            .set(i.version, id -> 1);

    private List<String> kinds(String who) {
        return rows("select row_key ->> 'id' || ':' || kind from athanor_history where changed_by = '" + who + "'");
    }

    private List<String> amounts(String who) {
        return rows("select coalesce(changes -> 'amount' ->> 'old', 'null') || '->'"
                + " || coalesce(changes -> 'amount' ->> 'new', 'null') from athanor_history where changed_by = '" + who
                + "'");
    }

    private static List<String> rows(String sql) {
        try (EntityManager entities = factory().createEntityManager()) {
            List<String> rows = new ArrayList<>();
            for (Object row : entities.createNativeQuery(sql).getResultList()) {
                rows.add((String) row);
            }
            return rows;
        }
    }
}
