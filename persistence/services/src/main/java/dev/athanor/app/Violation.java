// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/**
 * One thing wrong with an input.
 *
 * @param field the name of the field, as the caller knows it; of what is within others, with dots between
 * @param message what is wrong with it, to be read after the field's name: "can't be blank"
 * @param reason the same, for programs
 */
public record Violation(String field, String message, Reason reason) {
    /** Of what has to do with nothing but the input. */
    public Violation(String field, String message) {
        this(field, message, Reason.INVALID);
    }

    /** The violation as a sentence. */
    public String description() {
        return field + " " + message;
    }
}
