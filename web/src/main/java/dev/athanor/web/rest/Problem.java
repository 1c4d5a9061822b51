// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import java.util.List;
import java.util.Optional;

/**
 * What went wrong, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> has it.
 *
 * @param type what kind of problem it is; nothing is said beyond the status
 * @param title the same, in words
 * @param status the status
 * @param detail what is wrong
 * @param errors each thing that is wrong, with where it is
 */
public record Problem(String type, String title, int status, Optional<String> detail, List<Detail> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Keeps a copy. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter which parameter of the address has it
     * @param detail what is wrong
     */
    public record Detail(String parameter, String detail) {}
}
