// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a user likes the application; kept as JSON, so that there may be more some day without a migration.
 *
 * @param language the language, as in {@code en}; that of the browser if null
 * @param digest whether to be sent what is new once a week
 */
public record Preferences(@Nullable String language, boolean digest) implements Serializable {
    /** What holds if nothing is said. */
    public static Preferences standard() {
        return new Preferences(null, false);
    }
}
