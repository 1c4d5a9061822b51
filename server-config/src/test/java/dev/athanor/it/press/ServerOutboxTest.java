// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionTest;
import dev.athanor.orm.outbox.OutboxTable;
import dev.athanor.orm.plain.QNote;
import dev.athanor.orm.press.Author;
import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that beans record and handle in the server. */
class ServerOutboxTest extends SessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sender sender = CDI.current().select(Sender.class).get();
    private final Cellar cellar =
            CDI.current().select(Cellar.class, new Cramped.Literal()).get();
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final OutboxTable o = OutboxTable.as("o");
    private final OutboxTable p = OutboxTable.named("press_outbox", "p");
    private final QNote n = QNote.as("n");

    @BeforeEach
    void makeOutboxes() {
        String script = script("athanor-outbox.sql");
        execute("create table note (id bigint primary key, text text); " + script
                + script.replace("athanor_outbox", "press_outbox")
                + script.replace("athanor_outbox", "cellar_outbox"));
    }

    private List<String> notes() {
        return this.<List<String>>read(
                session -> session.list(selectValue(n.text).from(n).orderBy(n.id.asc())));
    }

    private long recorded(OutboxTable table) {
        return this.<Long>read(session -> session.count(select(table.number).from(table)));
    }

    private static <T> void awaited(Supplier<T> now, T wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!now.get().equals(wanted) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(now.get()).isEqualTo(wanted);
    }

    @Test
    void whatAnEnterpriseBeanRecordsIsHandledByABean() {
        sender.send(1, "books", "ann");

        awaited(this::notes, List.of("books for ann"));
        awaited(() -> recorded(o), 0L);
    }

    @Test
    void whatIsRecordedInTheTransactionOfACallerIsToo() throws Exception {
        archive.inTransaction(() -> {
            sender.send(1, "books", "ann");
            sender.send(2, "paper", "ben");
            return true;
        });

        awaited(this::notes, List.of("books for ann", "paper for ben"));
    }

    @Test
    void whatIsRolledBackIsNot() {
        assertThatThrownBy(() -> sender.sendAndFail(1, "books", "ann")).isInstanceOf(EJBException.class);
        sender.send(2, "paper", "ann");

        awaited(this::notes, List.of("paper for ann"));
        awaited(() -> recorded(o), 0L);
    }

    @Test
    void whatFailsIsHandledAgainAndLeavesNothing() {
        sender.sendSlowly(1, "late", "ann");
        sender.send(2, "paper", "ann");

        awaited(this::notes, List.of("late for ann", "paper for ann"));
        awaited(() -> recorded(o), 0L);
    }

    /** What looks for events lasts as long as the application, and a unit connects when it is first used. */
    @Test
    void anOutboxWithoutNotificationsLeavesTheOnlyConnectionOfItsPoolToOthers() {
        cellar.store(1, "wine");
        cellar.store(2, "cider");

        awaited(() -> List.copyOf(new TreeSet<>(notes())), List.of("cider in the cellar", "wine in the cellar"));
    }

    @Test
    void eachUnitHasAnOutboxThatBelongsToTheContainersTransaction() {
        sender.renameAndTell(1, "Augusta");

        awaited(this::notes, List.of("Augusta for author-1"));
        assertThat(recorded(p)).as("nobody handles those of the other unit").isEqualTo(1);
        assertThat(this.<Author>read(session -> session.get(Author.class, 1L).orElseThrow())
                        .name())
                .isEqualTo("Augusta");
    }
}
