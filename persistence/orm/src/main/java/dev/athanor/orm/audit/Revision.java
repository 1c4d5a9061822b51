// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of a row that an entity is kept in.
 *
 * @param number what orders the changes of one entity
 * @param kind what was done
 * @param at when
 * @param by who did it, if that was known
 * @param changes the values that differ, by the names of their columns
 */
public record Revision(long number, Kind kind, Instant at, Optional<String> by, List<ValueChange> changes) {
    /** Keeps a copy. */
    public Revision {
        changes = List.copyOf(changes);
    }

    /** The change of an attribute; none if it was not changed, or is kept in several columns. */
    public Optional<ValueChange> of(String attribute) {
        return changes.stream()
                .filter(change -> change.attribute().equals(attribute))
                .findFirst();
    }

    /** What is done with a row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }
}
