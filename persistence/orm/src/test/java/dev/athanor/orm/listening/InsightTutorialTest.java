// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.AttributeChange;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.InsightSnapshot;
import dev.athanor.orm.insight.OpenTransactions;
import dev.athanor.orm.insight.Plan;
import dev.athanor.orm.insight.RepeatedLoads;
import dev.athanor.orm.insight.StatementLog;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the documentation shows. */
class InsightTutorialTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    @Test
    void listening() {
        List<String> audit = new ArrayList<>();
        // region listening
        SessionSettings settings = SessionSettings.standard()
                .on(EntityEvent.AfterUpdate.class, event -> {
                    for (AttributeChange change : event.changes()) {
                        audit.add(event.key() + " " + change);
                    }
                })
                .on(TransactionEvent.BeforeCommit.class, event -> {
                    if (event.scope().session().exists(select(a).where(a.name.eq("")))) {
                        throw new IllegalStateException("an author has no name");
                    }
                });
        SessionFactory sessions = SessionFactory.of(factory(), settings);
        // endregion
        sessions.transaction(
                session -> session.get(Author.class, 1L).orElseThrow().rename("Augusta"));
        assertThat(audit).contains("1 name: Ada -> Augusta");
    }

    @Test
    void logging() {
        CollectedLog log = new CollectedLog();
        System.Logger logger = log;
        // region logging
        SessionSettings settings = SessionSettings.standard()
                .with(StatementLog.standard()
                        .to(logger)
                        .withBinds()
                        .withCaller()
                        .slowerThan(Duration.ofMillis(200)));
        // endregion
        SessionFactory.of(factory(), settings).read(session -> session.list(select(a)));
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void repeatedLoads() {
        // region repeated
        SessionSettings inProduction = SessionSettings.standard().with(RepeatedLoads.warn());
        SessionSettings inTests =
                SessionSettings.standard().with(RepeatedLoads.fail().moreThan(2).statementsMoreThan(5));
        // endregion
        assertThat(inProduction.listeners().isEmpty()).isFalse();
        assertThat(inTests.listeners().isEmpty()).isFalse();
    }

    @Test
    void figures() {
        // region insight
        Insight insight = Insight.ofStatements(500);
        SessionFactory sessions =
                SessionFactory.of(factory(), SessionSettings.standard().with(insight));

        sessions.read(session -> session.list(select(art)));

        InsightSnapshot snapshot = insight.snapshot();
        String slowest = snapshot.statements().get(0).sql();
        long rows = snapshot.statements().get(0).rows();
        // endregion
        assertThat(slowest).contains("article");
        assertThat(rows).isEqualTo(4);
    }

    @Test
    void openTransactions() {
        // region open
        OpenTransactions open = OpenTransactions.longerThan(Duration.ofSeconds(30));
        SessionFactory sessions =
                SessionFactory.of(factory(), SessionSettings.standard().with(open));
        // endregion
        sessions.transaction(session -> assertThat(open.now()).hasSize(1));
    }

    @Test
    void explaining() {
        sessions.transaction(session -> {
            // region explain
            Plan plan = session.explainAnalyze(select(art).join(art.author, a).where(a.name.eq("Ada")));
            double rows = plan.root().actualRows().orElseThrow();
            boolean scans = plan.first("Seq Scan").isPresent();
            String forPeople = plan.text();
            // endregion
            assertThat(rows).isEqualTo(2);
            assertThat(scans).isTrue();
            assertThat(forPeople).contains("Execution:");
        });
    }
}
