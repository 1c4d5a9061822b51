// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.insight.Tracing;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry gets. */
class TracingTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final KeptSpans spans = new KeptSpans();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    private SessionFactory traced() {
        return SessionFactory.of(factory(), SessionSettings.standard().with(Tracing.of(telemetry)));
    }

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void statementsAreWithinTheirTransaction() {
        traced().transaction(session -> session.list(selectValue(a.name).where(a.name.eq("Ada"))));
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("SELECT", "commit");
        SpanData statement = spans.all().get(0);
        SpanData transaction = spans.all().get(1);
        assertThat(statement.getParentSpanId()).isEqualTo(transaction.getSpanId());
        assertThat(statement.getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
                .isEqualTo(1);
        assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                .contains("\"name\" = ?")
                .doesNotContain("Ada");
        assertThat(transaction.getAttributes().get(AttributeKey.longKey("athanor.statements")))
                .isEqualTo(1);
    }

    @Test
    void failuresAreMarked() {
        assertThatThrownBy(() -> traced().transaction(session -> session.list(
                        selectValue(a.name).where(a.id.dividedBy(0L).eq(1L)))))
                .isInstanceOf(SqlException.class);
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("SELECT", "rollback");
        assertThat(spans.all().get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }
}
