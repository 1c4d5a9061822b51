// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.List;
import java.util.Optional;

/**
 * Asks somebody what became of a table or a column.
 *
 * <pre>{@code
 * Renames answers = Renames.none().asking(candidates -> terminal.choose(candidates));
 * }</pre>
 *
 * <p>Asked by one thread at a time.
 */
@FunctionalInterface
public interface RenameQuestion {
    /**
     * Which it became, or none if it is dropped.
     *
     * @param candidates all have the same {@code from}; the most alike comes first
     */
    Optional<RenameCandidate> choose(List<RenameCandidate> candidates);
}
