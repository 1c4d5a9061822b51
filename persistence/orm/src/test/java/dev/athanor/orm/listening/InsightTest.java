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
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
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
                .withPool("main", () -> new PoolReading(10, 3, OptionalLong.of(1), OptionalLong.of(2)));
        with(insight).transaction(session -> {
            for (int i = 0; i < 2; i++) {
                execute("insert into article (id, title, status) select g, 'x', 'DRAFT' from generate_series("
                        + (50 + 5 * i) + "," + (54 + 5 * i) + ") g");
            }
            for (Article article : session.list(select(art))) {
                assertThat(article.keywords()).isNotNull().hasSizeLessThan(9);
            }
        });
        Map<String, Object> snapshot = insight.snapshot().asMap();
        assertThat(snapshot).containsOnlyKeys("statements", "transactions", "open", "repeated", "pools");
        assertThat(snapshot.get("pools"))
                .isEqualTo(Map.of("main", Map.of("size", 10L, "inUse", 3L, "waiting", 1L, "timeouts", 2L)));
        assertThat(snapshot.get("repeated"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("what", "Article.keywords")
                .containsEntry("transactions", 1L);
        JsonObject json = json(snapshot);
        assertThat(json.getJsonObject("pools"))
                .hasToString("{\"main\":{\"size\":10,\"inUse\":3,\"waiting\":1,\"timeouts\":2}}");
        assertThat(json.getJsonArray("repeated").getJsonObject(0).getString("what"))
                .isEqualTo("Article.keywords");
    }

    @Test
    void aSnapshotIsReadFromItsJson() {
        Insight insight = Insight.ofStatements(100);
        SessionFactory factory = with(insight);
        factory.transaction(session -> session.list(select(a).where(a.id.gt(1L))));
        InsightSnapshot snapshot = factory.<InsightSnapshot, RuntimeException>transactionResult(session -> {
            session.list(select(a).where(a.id.gt(2L)));
            return insight.snapshot();
        });
        JsonObject json = json(snapshot.asMap());

        assertThat(json.getJsonObject("transactions"))
                .as("of those that have ended, but for what has begun")
                .hasToString("{\"begun\":2,\"committed\":1,\"rolledBack\":0,\"statements\":1}");
        StatementFigures figures = snapshot.statements().get(0);
        JsonObject statement = json.getJsonArray("statements").getJsonObject(0);
        assertThat(statement.getString("sql")).isEqualTo(figures.sql());
        assertThat(statement.getInt("times")).isEqualTo(2);
        assertThat(statement.getInt("failures")).isZero();
        assertThat(statement.getInt("rows")).isEqualTo(3 + 2);
        assertThat(statement.getJsonNumber("totalMillis").doubleValue())
                .isEqualTo(figures.total().toNanos() / 1e6);
        assertThat(statement.getJsonNumber("longestMillis").doubleValue())
                .isPositive()
                .isEqualTo(figures.longest().toNanos() / 1e6);
        JsonObject open = json.getJsonArray("open").getJsonObject(0);
        assertThat(open.getInt("number")).isEqualTo((int) snapshot.open().get(0).number());
        assertThat(open.getString("thread")).isEqualTo(Thread.currentThread().getName());
        assertThat(open.getInt("millis")).isNotNegative();
        assertThat(open.getJsonArray("opened").toString()).contains("InsightTest.aSnapshotIsReadFromItsJson");
        assertThat(insight.snapshot().open()).isEmpty();
    }

    private static JsonObject json(Map<String, Object> snapshot) {
        String json = JsonbBuilder.create().toJson(snapshot);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @Test
    void figuresAreRegisteredAsMetrics() {
        Map<String, Supplier<Long>> gauges = new HashMap<>();
        Insight insight = Insight.ofStatements(100)
                .withPool("main", () -> new PoolReading(10, 3, OptionalLong.of(1), OptionalLong.of(2)))
                .withPool("silent", () -> new PoolReading(4, 0, OptionalLong.empty(), OptionalLong.empty()));
        insight.register(gauges::put);
        with(insight).transaction(session -> session.list(select(a)));
        Map<String, Long> read = new HashMap<>();
        gauges.forEach((name, figure) -> read.put(name, figure.get()));
        assertThat(read)
                .containsEntry("athanor.transactions.committed", 1L)
                .containsEntry("athanor.statements", 1L)
                .containsEntry("athanor.pool.main.size", 10L)
                .containsEntry("athanor.pool.main.inUse", 3L)
                .containsEntry("athanor.pool.main.waiting", 1L)
                .containsEntry("athanor.pool.main.timeouts", 2L)
                .as("what a pool does not tell is less than nothing")
                .containsEntry("athanor.pool.silent.size", 4L)
                .containsEntry("athanor.pool.silent.waiting", -1L)
                .containsEntry("athanor.pool.silent.timeouts", -1L);
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
