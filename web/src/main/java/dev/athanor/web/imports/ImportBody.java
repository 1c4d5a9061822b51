// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.imports;

import dev.athanor.app.imports.ImportView;
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
 * @param step the number of the event that tells this
 */
public record ImportBody(
        UUID id,
        String kind,
        String state,
        long accepted,
        long refused,
        Optional<String> failure,
        OffsetDateTime startedAt,
        long step) {
    static ImportBody of(ImportView view) {
        return new ImportBody(
                view.id(),
                view.kind(),
                view.state(),
                view.accepted(),
                view.refused(),
                view.failure(),
                view.startedAt(),
                view.step());
    }
}
