// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.openapi;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request, and what was answered.
 *
 * @param method the method
 * @param address the path and the query, as they were sent
 * @param mediaType of the request's body; empty if there was none
 * @param body the request's body
 * @param response the answer
 */
public record Exchange(String method, String address, String mediaType, String body, HttpResponse<String> response) {

    /** The path, without the query. */
    public String path() {
        return URI.create(address).getRawPath();
    }

    /** The parameters of the query. */
    public Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(URI.create(address).getRawQuery())
                .orElse("")
                .split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The media type of the answer, without its parameters; empty if there is none. */
    public String answeredType() {
        return response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
    }

    @Override
    public String toString() {
        return method + " " + address + " → " + response.statusCode();
    }
}
