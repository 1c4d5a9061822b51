// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with an input, and refuses it with all of that. For one thread.
 *
 * <pre>{@code
 * new Violations(rules.violations(request))
 *         .when(request.from() == request.to(), "to", "is the same account")
 *         .refuse();
 * }</pre>
 */
public final class Violations {
    private final List<Violation> found;

    /** Those that are known already. */
    public Violations(List<Violation> known) {
        found = new ArrayList<>(known);
    }

    /** None yet. */
    public Violations() {
        this(List.of());
    }

    /** Adds one, if it is so. */
    public Violations when(boolean wrong, String field, String message) {
        return when(wrong, field, message, Reason.INVALID);
    }

    /** Adds one, with the reason, if it is so. */
    public Violations when(boolean wrong, String field, String message, Reason reason) {
        return when(wrong, new Violation(field, message, reason));
    }

    /** Adds one that is known, if it is so. */
    public Violations when(boolean wrong, Violation violation) {
        if (wrong) {
            found.add(violation);
        }
        return this;
    }

    /** Adds those of fields of which nothing is known yet. */
    public Violations and(List<Violation> more) {
        List<String> known = found.stream().map(Violation::field).toList();
        more.stream().filter(violation -> !known.contains(violation.field())).forEach(found::add);
        return this;
    }

    /** Whether nothing is wrong yet. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends here if anything is wrong.
     *
     * @throws InvalidInput with all of it
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
