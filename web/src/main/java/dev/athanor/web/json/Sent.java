// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests say of fields. */
public final class Sent {
    private Sent() {}

    /** The text of a field that has to be there; a missing one is as good as a blank one. */
    public static String orBlank(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** The texts of a field; none, if it is missing. */
    public static List<String> orNone(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts.stream().map(Sent::orBlank).toList();
    }

    /**
     * The text of a field that was sent, null as a blank one; setters are called for those that were, and no others.
     */
    public static Optional<String> changed(@Nullable String text) {
        return Optional.of(orBlank(text));
    }
}
