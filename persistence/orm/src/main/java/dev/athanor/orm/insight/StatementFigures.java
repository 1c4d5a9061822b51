// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one statement has cost, whatever its values were.
 *
 * @param sql its text
 * @param times how often it ran
 * @param failures how often it failed
 * @param total how long it took in all
 * @param longest how long it took at worst
 * @param rows how many rows it gave or touched
 */
public record StatementFigures(String sql, long times, long failures, Duration total, Duration longest, long rows) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sql", sql);
        map.put("times", times);
        map.put("failures", failures);
        map.put("totalMillis", total.toNanos() / 1e6);
        map.put("longestMillis", longest.toNanos() / 1e6);
        map.put("rows", rows);
        return map;
    }
}
