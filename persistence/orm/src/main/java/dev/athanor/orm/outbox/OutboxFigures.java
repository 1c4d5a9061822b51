// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an outbox fares.
 *
 * @param backlog how many events wait to be delivered
 * @param oldest how long the first of them has waited; zero if there is none
 * @param dead how many dead letters there are
 * @param delivered how many events this worker has delivered
 * @param failed how often this worker has failed to deliver one
 */
public record OutboxFigures(long backlog, Duration oldest, long dead, long delivered, long failed) {
    /** The same of numbers, for any JSON library. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("backlog", backlog);
        map.put("oldestSeconds", oldest.toSeconds());
        map.put("dead", dead);
        map.put("delivered", delivered);
        map.put("failed", failed);
        return map;
    }
}
