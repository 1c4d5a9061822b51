// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an import is.
 *
 * @param id the key
 * @param kind what the rows are
 * @param state RUNNING, DONE, CANCELLED or FAILED
 * @param accepted how many rows were taken
 * @param refused how many were not
 * @param failure why it failed, if it has
 * @param startedAt when it began
 * @param step grows whenever any of this changes
 */
public record ImportView(
        UUID id,
        String kind,
        String state,
        long accepted,
        long refused,
        Optional<String> failure,
        OffsetDateTime startedAt,
        long step) {
    /** Whether nothing of it will change any more. */
    public boolean ended() {
        return !state.equals("RUNNING");
    }
}
