// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps spans that have ended. Thread-safe. */
public final class KeptSpans implements SpanExporter {
    private final BlockingQueue<SpanData> kept = new LinkedBlockingQueue<>();

    /** All that nobody has taken. */
    public List<SpanData> all() {
        return List.copyOf(kept);
    }

    /** Takes the next one; none if it does not come. */
    public @Nullable SpanData next() throws InterruptedException {
        return kept.poll(30, TimeUnit.SECONDS);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        kept.addAll(ended);
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
