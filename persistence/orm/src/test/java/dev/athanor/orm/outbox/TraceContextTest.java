// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.listening.KeptSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

/** Traces go on where events are handled. */
@InJavaSe
@SuppressWarnings("try") // workers are only to be closed
class TraceContextTest extends OutboxTests {
    private final KeptSpans spans = new KeptSpans();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();

    @Test
    void aHandlerIsPartOfTheTraceInWhichItsEventWasRecorded() throws Exception {
        Received received = new Received();
        // region trace
        OutboxSettings settings = OutboxSettings.standard().with(TraceContext.of(telemetry));
        // endregion
        Span request = telemetry.getTracer("test").spanBuilder("request").startSpan();
        try (Scope scope = request.makeCurrent()) {
            sessions.transaction(session -> Outbox.of(session, settings).record("k", new Step("a", 1)));
        }
        try (OutboxWorker worker = OutboxWorker.start(
                factory(),
                settings.on(
                        Step.class,
                        (step, delivery) ->
                                received.add(Span.current().getSpanContext().getTraceId())))) {
            assertThat(received.next()).isEqualTo(request.getSpanContext().getTraceId());
            assertThat(spans.next()).isNotNull().satisfies(span -> {
                assertThat(span.getName()).isEqualTo("deliver step");
                assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
                assertThat(span.getParentSpanId())
                        .isEqualTo(request.getSpanContext().getSpanId());
            });
        }
    }
}
