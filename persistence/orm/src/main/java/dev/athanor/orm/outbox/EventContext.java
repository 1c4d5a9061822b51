// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Brings what surrounds the recording of an event to where it is handled, by headers: a trace, a tenant. Thread-safe.
 *
 * <pre>{@code
 * OutboxSettings.standard().with(TraceContext.of(openTelemetry))
 * }</pre>
 */
public interface EventContext {
    /** What is to be noted with an event that is recorded now. */
    Map<String, String> headers();

    /** Calls the handler of an event in what its headers tell. */
    void around(Delivery delivery, Callable<?> handling) throws Exception;
}
