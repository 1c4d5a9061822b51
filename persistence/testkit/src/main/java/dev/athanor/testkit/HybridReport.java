// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.LocalDate;
import java.util.List;

/**
 * What a check found out about all hybrids of an entity.
 *
 * @param entity the class
 * @param rows how many rows of it there were
 * @param seed what the rows depend on
 * @param today the day of the check, on which some dates depend
 * @param hybrids the results
 */
public record HybridReport(Class<?> entity, int rows, long seed, LocalDate today, List<HybridResult> hybrids) {
    /** Keeps a copy. */
    public HybridReport {
        hybrids = List.copyOf(hybrids);
    }

    /** Whether every hybrid means the same in Java and in SQL, as far as the rows show. */
    public boolean isKept() {
        return hybrids.stream().allMatch(HybridResult::isKept);
    }

    /** The result of a hybrid of this name, without its parameters. */
    public HybridResult hybrid(String name) {
        return hybrids.stream()
                .filter(result -> result.hybrid().startsWith(name + "("))
                .findFirst()
                .orElseThrow(() -> new ContractException(
                        ContractError.HINT_UNKNOWN, entity.getSimpleName() + " has no hybrid " + name));
    }

    @Override
    public String toString() {
        return new ReportText(this).text();
    }
}
