// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many transactions there were.
 *
 * @param begun how many have begun
 * @param committed how many have committed
 * @param rolledBack how many were rolled back
 * @param statements how many statements ran in those that have ended
 */
public record TransactionTotals(long begun, long committed, long rolledBack, long statements) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("begun", begun);
        map.put("committed", committed);
        map.put("rolledBack", rolledBack);
        map.put("statements", statements);
        return map;
    }
}
