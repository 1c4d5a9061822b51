// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.Exchange;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Who asks, and keeps what was said.
 *
 * @param client the user, or nobody
 * @param more further headers, names and values in turn
 */
record Asking(Client client, List<String> more) {
    private static final String JSON = "application/json";
    private static final int LARGE = 100_000;

    Asking {
        more = List.copyOf(more);
    }

    static Asking by(Client client) {
        return new Asking(client, List.of());
    }

    /** The same, with further headers. */
    Asking with(String... headers) {
        return new Asking(client, List.of(headers));
    }

    Exchange get(String path) {
        return send("GET", path, "", "");
    }

    Exchange post(String path) {
        return send("POST", path, "", "");
    }

    Exchange post(String path, String json) {
        return send("POST", path, JSON, json);
    }

    Exchange put(String path, String json) {
        return send("PUT", path, JSON, json);
    }

    Exchange put(String path) {
        return send("PUT", path, "", "");
    }

    Exchange patch(String path, String mediaType, String json) {
        return send("PATCH", path, mediaType, json);
    }

    Exchange delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** Any request under {@code /api}; without a body, if its media type is empty. */
    Exchange send(String method, String path, String mediaType, String body) {
        List<String> headers = new ArrayList<>(client.headers());
        headers.addAll(more);
        if (!mediaType.isEmpty()) {
            headers.addAll(List.of("Content-Type", mediaType));
        }
        Http http = new Http(TestServerSession.server().address());
        String[] sent = headers.toArray(String[]::new);
        HttpResponse<String> response = mediaType.isEmpty()
                ? http.send(method, "/api" + path, sent)
                : body.length() > LARGE
                        ? http.sendIfWelcome(method, "/api" + path, body, sent)
                        : http.send(method, "/api" + path, body, sent);
        return new Exchange(method, "/api" + path, mediaType, body, response);
    }
}
