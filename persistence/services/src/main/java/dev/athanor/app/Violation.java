// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/**
 * One thing wrong with an input.
 *
 * @param field the name of the field, as the caller knows it
 * @param message what is wrong with it, to be read after the field's name: "can't be blank"
 */
public record Violation(String field, String message) {
    /** The violation as a sentence. */
    public String description() {
        return field + " " + message;
    }
}
