// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.InsightSnapshot;
import dev.athanor.orm.insight.OpenTransaction;
import dev.athanor.orm.insight.OpenTransactions;
import dev.athanor.orm.insight.PoolReading;
import dev.athanor.orm.insight.StatementFigures;
import dev.athanor.orm.insight.TransactionTotals;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is added up of statements, transactions and pools. */
class InsightTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private static SessionFactory with(Instrument instrument) {
        return SessionFactory.of(factory(), SessionSettings.standard().with(instrument));
    }

    @Test
    void statementsAreAddedUpWhateverTheirValues() {
        Insight insight = Insight.ofStatements(100);
        SessionFactory factory = with(insight);
        for (long id = 1; id <= 3; id++) {
            long least = id;
            factory.read(session -> session.list(selectValue(a.name).where(a.id.ge(least))));
        }
        StatementFigures figures = insight.snapshot().statements().get(0);
        assertThat(figures.sql()).contains("\"name\"");
        assertThat(figures.times()).isEqualTo(3);
        assertThat(figures.failures()).isZero();
        assertThat(figures.rows()).isEqualTo(4 + 3 + 2);
        assertThat(figures.total()).isGreaterThan(figures.longest());
        assertThat(insight.snapshot().transactions()).isEqualTo(new TransactionTotals(3, 0, 3, 3));
    }

    @Test
    void failuresAreCounted() {
        Insight insight = Insight.ofStatements(100);
        assertThatThrownBy(() -> with(insight)
                        .transaction(session -> session.list(
                                selectValue(a.name).where(a.id.dividedBy(0L).eq(1L)))))
                .isInstanceOf(SqlException.class);
        assertThat(insight.snapshot().statements().get(0).failures()).isEqualTo(1);
        assertThat(insight.snapshot().transactions().rolledBack()).isEqualTo(1);
    }

    @Test
    void onlySoManyStatementsAreKept() {
        Insight insight = Insight.ofStatements(2);
        with(insight).read(session -> {
            session.list(selectValue(a.name));
            session.list(selectValue(a.id));
            session.list(selectValue(a.version));
            return session.list(selectValue(a.id));
        });
        assertThat(insight.snapshot().statements()).hasSize(2).noneMatch(figures -> figures.sql()
                .contains("\"name\""));
    }

    @Test
    void aSnapshotIsMadeOfPlainValues() {
        Insight insight = Insight.ofStatements(100)
                .withPool("main", () -> new PoolReading(10, 3, OptionalLong.of(1), OptionalLong.empty()));
        with(insight).transaction(session -> {
            for (int i = 0; i < 2; i++) {
                execute("insert into article (id, title, status) select g, 'x', 'DRAFT' from generate_series("
                        + (50 + 5 * i) + "," + (54 + 5 * i) + ") g");
            }
            for (Article article : session.list(select(art))) {
                assertThat(article.keywords()).isNotNull().hasSizeLessThan(9);
            }
        });
        InsightSnapshot snapshot = insight.snapshot();
        assertThat(snapshot.asMap()).containsOnlyKeys("statements", "transactions", "open", "repeated", "pools");
        assertThat(snapshot.asMap().get("pools"))
                .isEqualTo(Map.of("main", Map.of("size", 10L, "inUse", 3L, "waiting", 1L)));
        assertThat(snapshot.asMap().get("repeated"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("what", "Article.keywords")
                .containsEntry("transactions", 1L);
    }

    @Test
    void figuresAreRegisteredAsMetrics() {
        Map<String, Supplier<Long>> gauges = new HashMap<>();
        Insight insight = Insight.ofStatements(100)
                .withPool("main", () -> new PoolReading(10, 3, OptionalLong.empty(), OptionalLong.empty()));
        insight.register(gauges::put);
        with(insight).transaction(session -> session.list(select(a)));
        Map<String, Long> read = new HashMap<>();
        gauges.forEach((name, figure) -> read.put(name, figure.get()));
        assertThat(read)
                .containsEntry("athanor.transactions.committed", 1L)
                .containsEntry("athanor.statements", 1L)
                .containsEntry("athanor.pool.main.inUse", 3L);
    }

    @Test
    void transactionsThatStayOpenAreReportedWithTheStackThatOpenedThem() {
        List<OpenTransaction> reported = new ArrayList<>();
        OpenTransactions open = OpenTransactions.longerThan(Duration.ZERO).reporting(reported::add);
        with(open).transaction(session -> {
            assertThat(open.now()).hasSize(1);
            open.check();
            open.check();
        });
        assertThat(open.now()).isEmpty();
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).opened()).anyMatch(place -> place.getMethodName()
                .equals("transactionsThatStayOpenAreReportedWithTheStackThatOpenedThem"));
        assertThat(reported.get(0).toString()).contains("has been open for").contains("InsightTest.java");
    }

    @Test
    void transactionsThatEndInTimeAreNotReported() {
        List<OpenTransaction> reported = new ArrayList<>();
        with(OpenTransactions.longerThan(Duration.ofHours(1)).reporting(reported::add))
                .transaction(session -> session.list(select(a)));
        assertThat(reported).isEmpty();
    }
}
