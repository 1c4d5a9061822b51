// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute's value when it was last read or flushed, and now.
 *
 * @param before the value it had
 * @param after the value it has
 */
public record History(@Nullable Object before, @Nullable Object after) {
    /** Whether they differ. */
    public boolean isChanged() {
        return !Objects.equals(before, after);
    }
}
