// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.AttributeChange;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.SqlText;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.press.Account;
import dev.athanor.orm.press.QAccount;
import dev.athanor.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is masked is shown nowhere. */
class MaskTest extends SessionTest {
    private final QAccount account = QAccount.as("account");

    private List<Object> binds(Consumer<Session> work) {
        List<Object> binds = new ArrayList<>();
        SessionSettings settings = SessionSettings.standard()
                .on(
                        StatementEvent.AfterStatement.class,
                        event -> binds.addAll(event.statement().binds()));
        SessionFactory.of(factory(), settings).transaction(work::accept);
        return binds;
    }

    @Test
    void whatAFlushWritesIsMasked() {
        assertThat(binds(session -> session.add(new Account(9L, "eve", "apple"))))
                .contains(9L, "eve", SqlText.MASK)
                .doesNotContain("apple");
        assertThat(binds(session -> session.get(Account.class, 1L).orElseThrow().change("augusta", "cards")))
                .contains("augusta", SqlText.MASK, 1L)
                .doesNotContain("cards");
    }

    @Test
    void whatStatementsCompareWithIsMasked() {
        assertThat(binds(session -> session.list(
                        select(account).where(account.login.eq("ada").and(account.secret.eq("steam"))))))
                .containsExactly("ada", SqlText.MASK);
        assertThat(binds(session -> session.list(
                        select(account).where(account.secret.lower().eq("steam")))))
                .containsExactly(SqlText.MASK);
    }

    @Test
    void whatStatementsWriteIsMasked() {
        assertThat(binds(session -> session.execute(
                        update(account).set(account.secret, "cards").where(account.id.eq(1L)))))
                .containsExactly(SqlText.MASK, 1L);
        assertThat(binds(session -> session.execute(insert(account)
                        .set(account.id, 9L)
                        .set(account.login, "eve")
                        .set(account.secret, "apple"))))
                .containsExactly(9L, "eve", SqlText.MASK);
    }

    @Test
    void whatJpqlComparesWithIsMasked() {
        assertThat(binds(session -> session.entityManager()
                        .createQuery("select x.id from Account x where x.secret = :given")
                        .setParameter("given", "steam")
                        .getResultList()))
                .containsExactly(SqlText.MASK);
    }

    @Test
    void whatIsToldOfEntitiesSaysThatItIsNotToBeShown() {
        List<AttributeChange> changes = new ArrayList<>();
        SessionFactory.of(
                        factory(),
                        SessionSettings.standard()
                                .on(EntityEvent.AfterUpdate.class, event -> changes.addAll(event.changes())))
                .transaction(
                        session -> session.get(Account.class, 1L).orElseThrow().change("ada", "cards"));
        assertThat(changes).containsExactly(new AttributeChange("secret", "steam", "cards", true));
        assertThat(changes.get(0)).hasToString("secret: ***");
    }

    @Test
    void errorsShowNoValues() {
        assertThatThrownBy(() -> sessions.transaction(session -> session.add(new Account(1L, "eve", "apple"))))
                .isInstanceOf(SqlException.class)
                .hasMessageNotContaining("apple")
                .hasMessageContaining("INSERT INTO");
    }
}
