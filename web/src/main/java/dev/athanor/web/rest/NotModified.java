// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags what is shown, and answers 304 to clients that know it already ({@code If-None-Match}). */
@Provider
public class NotModified implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean read = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (!read || response.getStatus() != Status.OK.getStatusCode() || !isShown(response.getEntity())) {
            return;
        }
        String tag = tag(response);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && EntityTags.has(known, tag)) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** What views show, and pictures. */
    private static boolean isShown(@Nullable Object content) {
        return content instanceof Map<?, ?> || content instanceof byte[];
    }

    private static String tag(ContainerResponseContext response) {
        @Nullable Object given = response.getHeaders().getFirst(HttpHeaders.ETAG);
        String tag = given == null ? EntityTags.weak(response.getEntity()) : given.toString();
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        return tag;
    }
}
