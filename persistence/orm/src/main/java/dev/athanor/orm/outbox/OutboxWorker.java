// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.insight.GaugeRegistry;
import dev.athanor.orm.internal.outbox.OwnThreads;
import dev.athanor.orm.internal.outbox.RunningOutbox;
import jakarta.persistence.EntityManagerFactory;

/**
 * Delivers the events of an outbox in Java SE, on threads of its own, until it is closed; in a server that happens by
 * itself where beans handle events. As many processes as like may have one. Thread-safe.
 *
 * <pre>{@code
 * try (OutboxWorker worker = OutboxWorker.start(entityManagerFactory, settings)) {
 *     serve();
 * }
 * }</pre>
 */
public final class OutboxWorker implements AutoCloseable {
    private final RunningOutbox running;

    private OutboxWorker(RunningOutbox running) {
        this.running = running;
    }

    /** Starts one, for a persistence unit of EclipseLink's whose entities are woven. */
    public static OutboxWorker start(EntityManagerFactory factory, OutboxSettings settings) {
        return start(factory, SessionSettings.standard(), settings);
    }

    /** Starts one, whose sessions have these settings. */
    public static OutboxWorker start(EntityManagerFactory factory, SessionSettings sessions, OutboxSettings settings) {
        RunningOutbox running = new RunningOutbox(factory, sessions, settings, new OwnThreads());
        running.start();
        return new OutboxWorker(running);
    }

    /** How it fares now. */
    public OutboxFigures figures() {
        return running.figures();
    }

    /** Gives its figures to a registry of metrics. They are read once for each poll. */
    public void register(GaugeRegistry registry) {
        running.register(registry);
    }

    /** Begins no more deliveries, and waits a while for those that are under way. */
    @Override
    public void close() {
        running.close();
    }
}
