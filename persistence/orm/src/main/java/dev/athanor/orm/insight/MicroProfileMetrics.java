// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Gives figures to MicroProfile Metrics, as gauges. In a server that happens by itself for each {@link Insight} that is
 * a bean. Needs MicroProfile Metrics' API, which the rest of the toolkit does without. Thread-safe.
 *
 * <pre>{@code insight.register(MicroProfileMetrics.of(registry, "main"))}</pre>
 */
public final class MicroProfileMetrics implements GaugeRegistry, AutoCloseable {
    private final MetricRegistry registry;
    private final Tag unit;
    private final Set<MetricID> given = ConcurrentHashMap.newKeySet();

    private MicroProfileMetrics(MetricRegistry registry, Tag unit) {
        this.registry = registry;
        this.unit = unit;
    }

    /** To this registry, where the tag {@code unit} tells figures of several persistence units from each other. */
    public static MicroProfileMetrics of(MetricRegistry registry, String unit) {
        return new MicroProfileMetrics(Objects.requireNonNull(registry, "registry"), new Tag("unit", unit));
    }

    @Override
    public void gauge(String name, Supplier<Long> figure) {
        MetricID id = new MetricID(name, unit);
        registry.gauge(name, figure, unit); // by an id, SmallRye forgets the tags
        given.add(id);
    }

    /** Takes away what it gave. */
    @Override
    public void close() {
        given.forEach(registry::remove);
        given.clear();
    }
}
