// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How a pool of connections is used.
 *
 * @param size how many connections it has
 * @param inUse how many of them are in use
 * @param waiting how many threads wait for one, if the pool tells
 * @param timeouts how often one waited in vain, if the pool tells
 */
public record PoolReading(long size, long inUse, OptionalLong waiting, OptionalLong timeouts) {
    /** Nothing is null. */
    public PoolReading {
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(timeouts, "timeouts");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("size", size);
        map.put("inUse", inUse);
        waiting.ifPresent(number -> map.put("waiting", number));
        timeouts.ifPresent(number -> map.put("timeouts", number));
        return map;
    }
}
