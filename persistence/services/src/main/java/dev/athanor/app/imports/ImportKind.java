// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.orm.Session;
import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows of a file can be. A bean of this type is all that it takes to import something. Thread-safe.
 *
 * <pre>{@code POST /api/v1/students/import}</pre>
 *
 * @param <R> what is made of a row
 */
public interface ImportKind<R> {
    /** What clients call it: the last part of the list's address. */
    String name();

    /**
     * What a row says, if nothing is wrong with it.
     *
     * @throws dev.athanor.app.InvalidInput with all that is wrong
     */
    R read(ImportRow row);

    /** Writes what rows say, by their places those without which the database refuses. In a transaction. */
    Map<Integer, List<Violation>> write(Session session, List<R> rows);

    /** What the database refused, in words. */
    static Map<Integer, List<Violation>> refused(BulkResult result, UniqueConstraints meanings) {
        Map<Integer, List<Violation>> refused = new HashMap<>();
        for (RowFailure failure : result.failures()) {
            refused.put(
                    (int) failure.index(),
                    meanings.violated(failure.cause())
                            .orElseGet(() -> List.of(new Violation("", "is refused by the database"))));
        }
        return refused;
    }
}
