// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Lets the trace in which an event was recorded go on where it is handled, in a span of its own. Needs OpenTelemetry's
 * API, which the rest of the toolkit does without. Thread-safe.
 *
 * <pre>{@code
 * OutboxSettings.standard().with(TraceContext.of(openTelemetry))
 * }</pre>
 */
public final class TraceContext implements EventContext {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final OpenTelemetry telemetry;

    private TraceContext(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Of this telemetry, whose propagators write and read the headers. */
    public static TraceContext of(OpenTelemetry telemetry) {
        return new TraceContext(telemetry);
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(Context.current(), headers, (to, name, value) -> {
            if (to != null) {
                to.put(name, value);
            }
        });
        return headers;
    }

    @Override
    @SuppressWarnings("try") // the scope is only to be closed
    public void around(Delivery delivery, Callable<?> handling) throws Exception {
        Context recorded = telemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), delivery.headers(), new Headers());
        Span span = telemetry
                .getTracer("dev.athanor.orm")
                .spanBuilder("deliver " + delivery.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(recorded)
                .setAttribute(SYSTEM, "athanor")
                .setAttribute(TYPE, delivery.type())
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            handling.call();
        } catch (Exception | Error e) {
            span.setAttribute(ERROR, e.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** How OpenTelemetry reads them. */
    private static final class Headers implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
