// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.bulk;

import java.util.List;

/**
 * What became of many rows.
 *
 * @param rows how many rows of the table were written
 * @param failures those that the database refused, of a bulk that goes on without them
 * @param missing the places of those that were to be updated or deleted, but are not there
 */
public record BulkResult(long rows, List<RowFailure> failures, List<Long> missing) {
    /** Keeps copies. */
    public BulkResult {
        failures = List.copyOf(failures);
        missing = List.copyOf(missing);
    }
}
