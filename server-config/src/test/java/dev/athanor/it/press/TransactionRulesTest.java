// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What beans say of their transactions holds in the container's. */
class TransactionRulesTest extends PurseTest {
    private String asked(String what) {
        return (String) session.entityManager()
                .createNativeQuery("select current_setting('" + what + "')")
                .getSingleResult();
    }

    private static boolean isWriteRefused(Throwable cause) {
        return cause instanceof SqlException refused && refused.code() == SqlError.WRITE_REFUSED;
    }

    @Test
    void aTransactionIsAsItsMethodSays() throws Exception {
        assertThat(vault.serializable(() -> asked("transaction_isolation"))).isEqualTo("serializable");
        assertThat(vault.serializable(session::isolation)).isEqualTo(IsolationLevel.SERIALIZABLE);
        assertThat(vault.report(() -> asked("transaction_isolation") + asked("transaction_read_only")))
                .isEqualTo("repeatable readon");
        assertThat(till.serializable(() -> asked("transaction_isolation"))).isEqualTo("serializable");
        assertThat(till.reading(() -> asked("transaction_read_only"))).isEqualTo("on");
        assertThat(till.readingApart(() -> asked("transaction_read_only"))).isEqualTo("on");
    }

    @Test
    void nothingOfItIsLeftToTheNextOnTheConnection() throws Exception {
        long used = vault.report(this::backend);

        List<String> next = archive.inTransaction(() -> List.of(
                asked("transaction_isolation"),
                asked("transaction_read_only"),
                asked("default_transaction_isolation"),
                asked("default_transaction_read_only")));
        assertThat(next).containsExactly("read committed", "off", "read committed", "off");
        assertThat(archive.inTransaction(this::backend))
                .as("the same connection")
                .isEqualTo(used);
    }

    private long backend() {
        return ((Number) session.entityManager()
                        .createNativeQuery("select pg_backend_pid()")
                        .getSingleResult())
                .longValue();
    }

    @Test
    void whoTakesPartNeedsTheSameIsolation() throws Exception {
        assertThat(till.serializable(() -> vault.serializable(() -> rename("Augusta"))))
                .isEqualTo(nameNow());
        fails(
                code(OrmError.ISOLATION_REFUSED),
                () -> archive.inTransaction(() -> vault.serializable(() -> rename("Agatha"))));
        fails(code(OrmError.ISOLATION_REFUSED), () -> till.serializable(() -> vault.report(this::author)));
        fails(
                code(OrmError.ISOLATION_REFUSED),
                () -> archive.inTransaction(() -> {
                    rename("Agatha");
                    session.flush();
                    return till.serializable(this::author);
                }));
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void whatOnlyReadsIsRefusedToWrite() {
        fails(TransactionRulesTest::isWriteRefused, () -> vault.reading(() -> rename("Augusta")));
        fails(
                TransactionRulesTest::isWriteRefused,
                () -> vault.reading(() -> {
                    rename("Augusta");
                    session.flush();
                    return 0;
                }));
        fails(TransactionRulesTest::isWriteRefused, () -> till.reading(() -> rename("Augusta")));
        fails(TransactionRulesTest::isWriteRefused, () -> till.readingApart(() -> rename("Augusta")));
        assertThat(nameNow()).isEqualTo("Ada");
    }

    @Test
    void whatOnlyReadsLeavesTheRestOfATransactionToWrite() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            assertThat(vault.reading(() -> author().name())).isEqualTo("Agatha");
            assertThat(vault.readingPart(() -> asked("transaction_read_only"))).isEqualTo("on");
            assertThat(till.reading(() -> asked("transaction_read_only"))).isEqualTo("on");
            assertThat(asked("transaction_read_only")).isEqualTo("off");
            fails(TransactionRulesTest::isWriteRefused, () -> vault.readingPart(() -> rename("Augusta")));
            assertThat(author().name()).isEqualTo("Agatha");
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatOnlyReadsCallsWhatOnlyReads() throws Exception {
        assertThat(till.readingApart(() -> vault.readingPart(() -> author().name())))
                .isEqualTo("Ada");
    }

    @Test
    void withoutATransactionThereIsNoPartOfOne() {
        fails(code(OrmError.TRANSACTION_NEEDED), () -> vault.readingPart(() -> author().name()));
        fails(code(OrmError.TRANSACTION_NEEDED), () -> vault.nested(() -> author().name()));
    }
}
