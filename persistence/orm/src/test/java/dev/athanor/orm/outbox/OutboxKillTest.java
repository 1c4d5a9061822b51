// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import dev.athanor.testing.TestDatabase;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of events when a process is killed. */
@InJavaSe
@SuppressWarnings("try") // workers are only to be closed
class OutboxKillTest extends OutboxTests {
    private final QTag t = QTag.as("t");
    private final Received received = new Received();

    /** Starts a process, and kills it when it has said something. */
    private static void kill(TestDatabase database, String what, String said) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OutboxProcess.class.getName(),
                        what,
                        database.url(),
                        database.user())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder all = new StringBuilder();
            String line = output.readLine();
            while (line != null && !line.equals(said)) {
                all.append(line).append('\n');
                line = output.readLine();
            }
            assertThat(line).as(all.toString()).isEqualTo(said);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private OutboxWorker start() {
        return OutboxWorker.start(factory(), OutboxSettings.standard().on(Step.class, (step, delivery) -> {
            delivery.session().add(new Tag("by the other"));
            received.add(step.by() + step.number() + " at " + delivery.attempt());
        }));
    }

    @Test
    void whatACommittedTransactionHasRecordedOutlivesItsProcess(TestDatabase database) throws Exception {
        kill(database, "record", "committed");

        try (OutboxWorker worker = start()) {
            assertThat(received.next()).isEqualTo("killed1 at 1");
        }
    }

    @Test
    void whatAKilledProcessWasDeliveringAnotherDelivers(TestDatabase database) throws Exception {
        record("k", new Step("a", 1));
        kill(database, "deliver", "handling");

        try (OutboxWorker worker = start()) {
            assertThat(received.next()).isEqualTo("a1 at 1");
        }
        assertThat(this.<List<String>>read(
                        session -> session.list(selectValue(t.name).from(t).where(t.name.like("by%")))))
                .containsExactly("by the other");
    }
}
