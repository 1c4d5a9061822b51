// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;

/**
 * What a check found out about a hybrid. Rows count once for each call of it.
 *
 * @param hybrid its name and parameters, after the path of what is embedded
 * @param compared of how many rows Java and SQL both had a value
 * @param differing of how many of these they had different ones
 * @param thrown of how many rows Java threw an exception: nothing is compared there
 * @param refused of how many rows the database has no value of this range: nothing is compared there
 * @param nullTexts of how many rows SQL said null where Java wrote "null" into a text: accepted
 * @param differences the first few rows that differ
 * @param statements the text of the statement for each call
 * @param note what else is to be said, or nothing
 */
public record HybridResult(
        String hybrid,
        int compared,
        int differing,
        int thrown,
        int refused,
        int nullTexts,
        List<Difference> differences,
        List<String> statements,
        String note) {
    /** Keeps copies. */
    public HybridResult {
        differences = List.copyOf(differences);
        statements = List.copyOf(statements);
    }

    /** Whether rows were compared, and none of them differs. */
    public boolean isKept() {
        return compared + nullTexts > 0 && differing == 0;
    }

    @Override
    public String toString() {
        return hybrid + ": " + compared + " rows compared, " + differing + " differ, Java threw on " + thrown
                + ", the database refused " + refused + ", null instead of \"null\" in " + nullTexts;
    }
}
