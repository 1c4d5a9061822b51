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
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry gets. */
class TracingTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final List<SpanData> spans = new ArrayList<>();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new Exporter()))
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
        assertThat(spans).extracting(SpanData::getName).containsExactly("SELECT", "commit");
        SpanData statement = spans.get(0);
        SpanData transaction = spans.get(1);
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
        assertThat(spans).extracting(SpanData::getName).containsExactly("SELECT", "rollback");
        assertThat(spans.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private final class Exporter implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
