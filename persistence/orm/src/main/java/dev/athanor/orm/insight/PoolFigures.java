// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

/** Tells how a pool of connections is used. */
@FunctionalInterface
public interface PoolFigures {
    /** How it is used now. */
    PoolReading read();
}
