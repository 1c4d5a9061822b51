// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a value besides its type.
 *
 * @param nullable whether it can be null
 * @param fails whether the database can refuse to compute it, as a division by zero
 * @param changing why it is not always the same for the same row, if it is not
 */
record Traits(boolean nullable, boolean fails, Optional<String> changing) {
    static final Traits SURE = new Traits(false, false, Optional.empty());
    static final Traits NULLABLE = new Traits(true, false, Optional.empty());

    /** Those of what is computed of terms. */
    static Traits of(List<? extends Term> terms) {
        return terms.stream().map(Traits::of).reduce(SURE, Traits::and);
    }

    private static Traits of(Term term) {
        if (term instanceof Term.Value value) {
            return value.traits();
        }
        return term instanceof Term.Nothing || term instanceof Term.Given ? NULLABLE : SURE;
    }

    Traits and(Traits other) {
        return new Traits(nullable || other.nullable, fails || other.fails, changing.or(other::changing));
    }

    Traits failing() {
        return new Traits(nullable, true, changing);
    }

    Traits nullable(boolean now) {
        return new Traits(now, fails, changing);
    }

    Traits changing(String why) {
        return new Traits(nullable, fails, changing.or(() -> Optional.of(why)));
    }
}
