// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One entity as it is shown.
 *
 * @param content maps, lists, texts, numbers and dates
 * @param version the entity's, if it has one
 * @param isAlone whether nothing else comes along with it, which could change while its version does not
 */
public record ViewDocument(Map<String, Object> content, Optional<Integer> version, boolean isAlone) {
    /** Checks that all is there. */
    public ViewDocument {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(version, "version");
    }
}
