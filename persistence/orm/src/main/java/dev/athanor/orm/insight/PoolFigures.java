// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

/**
 * Tells how a pool of connections is used, whenever it is asked, by any thread.
 *
 * <pre>{@code
 * PoolFigures figures = () -> new PoolReading(
 *         pool.getTotalConnections(), pool.getActiveConnections(), OptionalLong.empty(), OptionalLong.empty());
 * }</pre>
 */
@FunctionalInterface
public interface PoolFigures {
    /** How it is used now. */
    PoolReading read();
}
