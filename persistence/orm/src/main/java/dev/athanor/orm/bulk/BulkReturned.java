// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What many rows gave that were written.
 *
 * @param values what each row gave, in the order in which the rows were given
 * @param failures those that the database refused, of a bulk that goes on without them
 * @param missing the places of those that were to be updated or deleted, but are not there
 * @param <V> what each row gave
 */
public record BulkReturned<V>(List<V> values, List<RowFailure> failures, List<Long> missing) {
    /** Keeps copies; values may be null. */
    public BulkReturned {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        failures = List.copyOf(failures);
        missing = List.copyOf(missing);
    }
}
