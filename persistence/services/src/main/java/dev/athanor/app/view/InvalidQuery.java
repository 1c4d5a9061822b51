// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** What a client asks for cannot be had: all of what is wrong with it, not just the first found. */
@ApplicationException(rollback = true)
public final class InvalidQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Of all that is wrong. */
    public InvalidQuery(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order in which it was asked. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter the parameter that says it
     * @param detail what is wrong, and what is known instead
     */
    public record Problem(String parameter, String detail) {
        @Override
        public String toString() {
            return parameter + ": " + detail;
        }
    }
}
