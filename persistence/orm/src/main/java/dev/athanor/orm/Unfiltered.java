// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Option;
import java.util.Set;

/**
 * Which filters a statement does without; see {@link EntityFilter#unfiltered}.
 *
 * @param names their names; all filters, if there is none
 */
public record Unfiltered(Set<String> names) implements Option<Object> {
    /** Keeps a copy. */
    public Unfiltered {
        names = Set.copyOf(names);
    }

    static Unfiltered of(String... names) {
        return new Unfiltered(Set.of(names));
    }
}
