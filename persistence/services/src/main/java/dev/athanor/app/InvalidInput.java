// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** The input breaks rules of the domain: all of them, not just the first found. Nothing was changed. */
@ApplicationException(rollback = true)
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.stream().map(Violation::description).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /** Whether all of it is about what there is, and nothing about the input itself. */
    public boolean isConflict() {
        return violations.stream().allMatch(violation -> violation.reason().isConflict());
    }

    /** What is wrong, in the order of the input's fields. */
    public List<Violation> violations() {
        return violations;
    }
}
