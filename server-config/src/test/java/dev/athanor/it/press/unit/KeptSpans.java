// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the server's telemetry exports, which it does now and then. */
public final class KeptSpans implements SpanExporter {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<SpanData> SPANS = new CopyOnWriteArrayList<>();

    public static void forget() {
        SPANS.clear();
    }

    /** The first of this name, as soon as it is there. */
    public static SpanData named(String name) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (find(name).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        return find(name)
                .orElseThrow(() -> new AssertionError(
                        name + " among " + SPANS.stream().map(SpanData::getName).toList()));
    }

    private static Optional<SpanData> find(String name) {
        return SPANS.stream().filter(span -> span.getName().equals(name)).findFirst();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        SPANS.addAll(ended);
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

    /** Makes it known to the server's telemetry. */
    public static final class Provider implements ConfigurableSpanExporterProvider {
        @Override
        public SpanExporter createExporter(ConfigProperties config) {
            return new KeptSpans();
        }

        @Override
        public String getName() {
            return "kept";
        }
    }
}
