// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.function.Supplier;

/**
 * Takes figures that change, as the registry of MicroProfile Metrics or Micrometer does.
 *
 * <pre>{@code insight.register((name, figure) -> metricRegistry.gauge(name, figure))}</pre>
 */
@FunctionalInterface
public interface GaugeRegistry {
    /** Takes one. */
    void gauge(String name, Supplier<Long> figure);
}
