// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.Reason;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** One of a status. */
    public static Problem of(StatusType status, String detail, List<Detail> errors) {
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), Optional.of(detail), errors);
    }

    /** The answer that tells it. */
    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /**
     * One thing that is wrong. It is in the body, in a parameter of the address, or in a header, if it is said where.
     *
     * @param pointer which part of the body has it, as RFC 6901 has it
     * @param parameter which parameter of the address has it
     * @param header which header has it
     * @param code what is wrong, for programs
     * @param detail what is wrong, for people
     */
    public record Detail(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String header,
            @Nullable String code,
            String detail) {
        /** Of a part of the body. */
        public static Detail at(String pointer, Reason reason, String detail) {
            return new Detail(pointer, null, null, code(reason), detail);
        }

        /** Of a parameter of the address. */
        public static Detail in(String parameter, String detail) {
            return new Detail(null, parameter, null, null, detail);
        }

        /** Of a header. */
        public static Detail of(String header, String code, String detail) {
            return new Detail(null, null, header, code, detail);
        }

        /** Of what is not said where it is. */
        static Detail of(Reason reason, String detail) {
            return new Detail(null, null, null, code(reason), detail);
        }

        private static String code(Reason reason) {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
