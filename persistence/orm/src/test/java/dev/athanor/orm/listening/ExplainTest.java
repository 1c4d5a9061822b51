// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionTest;
import dev.athanor.orm.insight.Plan;
import dev.athanor.orm.insight.PlanNode;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import org.junit.jupiter.api.Test;

/** How PostgreSQL runs statements. */
class ExplainTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    @Test
    void aPlanTellsItsSteps() {
        Plan plan = read(session -> session.explain(select(art)
                .join(art.author, a)
                .where(a.name.eq("A \"quoted\" \n name"))
                .orderBy(art.title.asc())));
        assertThat(plan.root().cost()).isPositive();
        assertThat(plan.nodes()).extracting(PlanNode::kind).contains("Sort", "Seq Scan");
        assertThat(plan.nodes())
                .flatExtracting(node -> node.relation().stream().toList())
                .contains("article", "author");
        assertThat(plan.executionMillis()).isEmpty();
        assertThat(plan.root().actualRows()).isEmpty();
        assertThat(plan.json()).startsWith("[");
        assertThat(plan.text()).contains("Sort").contains("  Seq Scan on author  (cost=");
    }

    @Test
    void itTellsWhatHappenedIfItIsToRun() {
        Plan plan = read(session -> session.explainAnalyze(select(a).where(a.id.gt(2L))));
        assertThat(plan.root().actualRows()).hasValue(2);
        assertThat(plan.root().loops()).hasValue(1);
        assertThat(plan.executionMillis()).isPresent();
        assertThat(plan.text()).contains("actual rows=2").contains("Execution:");
    }

    @Test
    void whatWasWrittenForAPlanIsUndone() {
        sessions.transaction(session -> {
            Plan plan = session.explainAnalyze(update(a).set(a.name, "X").where(a.id.eq(1L)));
            assertThat(plan.root().kind()).isEqualTo("ModifyTable");
            assertThat(plan.first("Seq Scan").or(() -> plan.first("Index Scan")))
                    .isPresent();
        });
        String name = read(session -> session.one(select(a).where(a.id.eq(1L))).name());
        assertThat(name).isEqualTo("Ada");
    }

    @Test
    void aFailureLeavesTheTransactionUsable() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.explainAnalyze(
                            select(a).where(a.id.dividedBy(0L).eq(1L))))
                    .isInstanceOf(SqlException.class);
            assertThat(session.exists(select(a))).isTrue();
        });
    }
}
