// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;

/**
 * A source and how it is joined to those before it.
 *
 * @param kind the kind of join
 * @param source what is joined
 * @param condition what rows belong together; there is none in a cross join
 */
public record Join(Kind kind, Source source, Optional<Expression> condition) {
    /** Checks that there is a condition where there must be one. */
    public Join {
        if (condition.isPresent() == (kind == Kind.CROSS)) {
            throw new IllegalArgumentException(
                    "a " + kind + " join has " + (condition.isPresent() ? "no" : "a") + " condition");
        }
    }

    /** The kinds of join. */
    public enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }
}
