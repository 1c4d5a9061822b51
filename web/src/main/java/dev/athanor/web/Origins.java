// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import java.util.Optional;
import java.util.Set;

/**
 * The origins whose pages may call. They are compared sign by sign, as browsers send them. Immutable.
 *
 * @param named these, or {@value #ANY}
 */
record Origins(Set<String> named) {
    static final String ANY = "*";

    /** Keeps a copy. */
    Origins {
        named = Set.copyOf(named);
    }

    /** Whether all may, so that answers are the same for each. */
    boolean areAll() {
        return named.contains(ANY);
    }

    /** What a browser is told of the origin that it sends; nothing, if its pages may not call. */
    Optional<String> allowed(Optional<String> origin) {
        return areAll() ? Optional.of(ANY) : origin.filter(named::contains);
    }
}
