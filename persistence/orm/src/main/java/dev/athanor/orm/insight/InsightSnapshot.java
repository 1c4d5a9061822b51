// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was known at one moment.
 *
 * @param statements those that took longest in all come first
 * @param transactions how many there were
 * @param open those that are open, if anybody looks after them
 * @param repeated what was read again and again, and in how many transactions
 * @param pools how pools are used, by name
 */
public record InsightSnapshot(
        List<StatementFigures> statements,
        TransactionTotals transactions,
        List<OpenTransaction> open,
        Map<RepeatedLoad, Long> repeated,
        Map<String, PoolReading> pools) {
    /** Keeps copies. */
    public InsightSnapshot {
        statements = List.copyOf(statements);
        open = List.copyOf(open);
        repeated = Map.copyOf(repeated);
        pools = Map.copyOf(pools);
    }

    /** The same of maps, lists, texts and numbers, for any JSON library. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("statements", statements.stream().map(StatementFigures::asMap).toList());
        map.put("transactions", transactions.asMap());
        map.put("open", open.stream().map(OpenTransaction::asMap).toList());
        map.put(
                "repeated",
                repeated.entrySet().stream()
                        .map(entry -> entry.getKey().asMap(entry.getValue()))
                        .toList());
        Map<String, Object> all = new LinkedHashMap<>();
        pools.forEach((name, reading) -> all.put(name, reading.asMap()));
        map.put("pools", all);
        return map;
    }
}
