// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.press.unit.KeptSpans;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.OpenTransaction;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QInvoice;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What beans of the application and of the server mean for sessions. */
class ServerBeansTest extends SessionTest {
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Insight insight =
            CDI.current().select(Insight.class, new Notes.Literal()).get();
    private final QAuthor a = QAuthor.as("a");
    private final QInvoice i = QInvoice.as("i");

    private Invoice addedBy(SessionFactory writers) throws IOException {
        try (InputStream script = Session.class.getResourceAsStream("athanor-history.sql")) {
            execute(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
        writers.transaction(session -> session.add(new Invoice("10.50", "4242")));
        return this.<Invoice>read(session -> session.one(select(i)));
    }

    @Test
    void whoIsLoggedInChangesWhatIsChanged() throws IOException {
        assertThat(addedBy(archive.sessions()).creator()).isEqualTo("ann");
    }

    @Test
    void aBeanMaySayWhoItIs() throws IOException {
        assertThat(addedBy(archive.signed()).creator()).isEqualTo("the house");
    }

    @Test
    void transactionsThatAreOpenAreKnownWithWhatOpenedThem() throws Exception {
        execute("create table note (id bigint primary key, text text)");
        List<OpenTransaction> open = archive.inTransaction(() -> {
            archive.writeNote(1, "open");
            return insight.snapshot().open();
        });

        assertThat(open).singleElement().satisfies(one -> assertThat(one.opened())
                .anyMatch(place -> place.getMethodName().equals("writeNote")));
        assertThat(insight.snapshot().open()).isEmpty();
    }

    @Test
    void theServersTracesHaveTransactionsAndStatements() {
        KeptSpans.forget();
        archive.signed().transaction(session -> session.list(select(a).where(a.name.eq("Ada"))));

        SpanData statement = KeptSpans.named("SELECT");
        assertThat(statement.getParentSpanId())
                .isEqualTo(KeptSpans.named("commit").getSpanId());
        assertThat(statement.getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
                .isEqualTo(1);
        assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                .contains("\"name\" = ?")
                .doesNotContain("Ada");
    }
}
