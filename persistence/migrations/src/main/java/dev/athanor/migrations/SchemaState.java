// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.util.List;

/**
 * How a database's schema stands to a changelog.
 *
 * @param pending the change sets that were not applied yet, in their order, as {@code file::id::author}
 * @param altered the change sets whose text is no longer the one that was applied
 * @param heldBack the change sets that wait until no server of the version before runs any more
 */
public record SchemaState(List<String> pending, List<String> altered, List<String> heldBack) {
    /** Keeps copies. */
    public SchemaState {
        pending = List.copyOf(pending);
        altered = List.copyOf(altered);
        heldBack = List.copyOf(heldBack);
    }

    /** Whether everything the changelog says was applied, as it says it now, but for what is held back. */
    public boolean isCurrent() {
        return pending.isEmpty() && altered.isEmpty();
    }

    /** The state in a sentence. */
    public String description() {
        if (isCurrent()) {
            return "the schema is current" + (heldBack.isEmpty() ? "" : "; held back: " + String.join(", ", heldBack));
        }
        StringBuilder text = new StringBuilder("the schema is behind");
        if (!pending.isEmpty()) {
            text.append("; not applied: ").append(String.join(", ", pending));
        }
        if (!altered.isEmpty()) {
            text.append("; changed after it was applied: ").append(String.join(", ", altered));
        }
        return text.toString();
    }
}
