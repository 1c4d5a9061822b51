// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.insight.GaugeRegistry;
import dev.athanor.orm.insight.MicroProfileMetrics;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Gives the figures of insight beans to the server's MicroProfile Metrics, until the application ends. Thread-safe. */
final class InsightMetrics {
    private static final String API = "org.eclipse.microprofile.metrics.MetricRegistry";

    private final List<MicroProfileMetrics> given = new ArrayList<>();

    /** Whether there is something to give them to; without it this class is of no use, and asks for nothing. */
    static boolean arePossible(BeanManager manager) {
        return ServerApi.isServed(API, manager);
    }

    synchronized void add(Consumer<GaugeRegistry> figures, String unit, BeanManager manager) {
        MicroProfileMetrics metrics = MicroProfileMetrics.of(registry(manager), unit);
        given.add(metrics);
        figures.accept(metrics);
    }

    /** Injected: who makes it may look at the place that it is for, as Liberty does, and a look-up has none. */
    private static MetricRegistry registry(BeanManager manager) {
        AnnotatedField<? super Place> field =
                manager.createAnnotatedType(Place.class).getFields().iterator().next();
        Object registry = manager.getInjectableReference(
                manager.createInjectionPoint(field), manager.createCreationalContext(null));
        return (MetricRegistry) registry;
    }

    synchronized void end() {
        given.forEach(MicroProfileMetrics::close);
        given.clear();
    }

    /** What the registry is injected into. */
    private static final class Place {
        @Inject
        @SuppressWarnings("UnusedVariable") // only its declaration counts
        private MetricRegistry registry;
    }
}
