// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute of an entity was, and what it is.
 *
 * @param attribute its name
 * @param before the value it had; null for an entity that is new
 * @param after the value it has; null for one that is deleted
 * @param masked whether its values are not to be shown
 */
public record AttributeChange(
        String attribute, @Nullable Object before, @Nullable Object after, boolean masked) {
    /** It has a name. */
    public AttributeChange {
        Objects.requireNonNull(attribute, "attribute");
    }

    /** Without values that are not to be shown. */
    @Override
    public String toString() {
        return masked ? attribute + ": " + SqlText.MASK : attribute + ": " + before + " -> " + after;
    }
}
