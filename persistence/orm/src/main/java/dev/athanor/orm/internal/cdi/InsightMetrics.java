// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.MicroProfileMetrics;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Gives the figures of insight beans to the server's MicroProfile Metrics, until the application ends. Thread-safe. */
final class InsightMetrics {
    private static final String API = "org.eclipse.microprofile.metrics.MetricRegistry";

    private final List<MicroProfileMetrics> given = new ArrayList<>();

    /** Whether there is something to give them to; without it this class is of no use, and asks for nothing. */
    static boolean arePossible(BeanManager manager) {
        return ServerApi.isServed(API, manager);
    }

    synchronized void add(Insight insight, String unit, BeanManager manager) {
        MetricRegistry registry =
                manager.createInstance().select(MetricRegistry.class).get();
        MicroProfileMetrics metrics = MicroProfileMetrics.of(registry, unit);
        given.add(metrics);
        insight.register(metrics);
    }

    synchronized void end() {
        given.forEach(MicroProfileMetrics::close);
        given.clear();
    }
}
