// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Versions of what clients have, as entity tags: what did not change is not sent again, and what did is not lost. */
public final class Versions {
    private Versions() {}

    /** The tag of a version, as it is shown by one query. */
    static EntityTag tag(long version, String query) {
        return new EntityTag(query.isEmpty() ? String.valueOf(version) : version + "-" + Integer.toHexString(query.hashCode()));
    }

    /** The version that the client wants to change, if it says; {@code If-Match: *} is any. */
    public static Optional<Long> wanted(Optional<String> ifMatch) {
        return ifMatch.map(String::strip).filter(text -> !text.equals("*")).map(Versions::version);
    }

    private static long version(String tag) {
        String bare = tag.replaceAll("^\"|\"$", "").replaceAll("-.*$", "");
        try {
            return Long.parseLong(bare);
        } catch (NumberFormatException e) {
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED); // nothing ever had this tag
        }
    }

    /** What the client need not be sent again, if it has this. */
    static Optional<Response.ResponseBuilder> known(Request request, EntityTag tag) {
        return Optional.ofNullable(request.evaluatePreconditions(tag));
    }
}
