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
import dev.athanor.orm.insight.StatementLog;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the log of statements says. */
class StatementLogTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final CollectedLog log = new CollectedLog();

    private static SessionFactory with(Instrument instrument) {
        return SessionFactory.of(factory(), SessionSettings.standard().with(instrument));
    }

    @Test
    void statementsAreLoggedWithTimeAndRowsAndTransactionsWithTheirSums() {
        with(StatementLog.standard().to(log))
                .transaction(session -> session.list(selectValue(a.name).where(a.id.gt(2L))));
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0))
                .matches("DEBUG statement: transaction=\\d+ ms=\\d+\\.\\d{3} rows=2 sql=select .* > \\?.*")
                .doesNotContain("binds");
        assertThat(log.lines().get(1))
                .matches("DEBUG committed: transaction=\\d+ statements=1 rows=2 ms=\\S+ open_ms=\\S+");
    }

    @Test
    void valuesAndCallersAreLoggedWhereWanted() {
        with(StatementLog.standard().to(log).withBinds().withCaller())
                .read(session -> session.list(select(art).where(art.title.eq("Notes"))));
        assertThat(log.lines().get(0))
                .contains("binds=[Notes]")
                .contains(" caller=dev.athanor.orm.listening.StatementLogTest.")
                .contains("(StatementLogTest.java:");
        assertThat(log.lines().get(1)).startsWith("DEBUG rolled back");
    }

    @Test
    void slowStatementsAreWarnings() {
        with(StatementLog.standard().to(log).slowerThan(Duration.ZERO)).transaction(session -> session.list(select(a)));
        assertThat(log.lines().get(0)).startsWith("WARNING slow statement");
    }

    @Test
    void failuresAreWarnings() {
        assertThatThrownBy(() -> with(StatementLog.standard().to(log))
                        .transaction(session -> session.list(
                                selectValue(a.name).where(a.id.dividedBy(0L).eq(1L)))))
                .isInstanceOf(SqlException.class);
        assertThat(log.lines().get(0)).startsWith("WARNING failed statement").contains("sql=select");
    }
}
