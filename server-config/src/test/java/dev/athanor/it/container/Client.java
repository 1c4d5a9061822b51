// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.web.Roles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Who talks to the API as a front end does: somebody with a name and a token, or nobody.
 *
 * @param name the username; empty for nobody
 * @param headers what each request carries
 */
record Client(String name, List<String> headers) {
    Client {
        headers = List.copyOf(headers);
    }

    static final String PASSWORD = "correct horse";

    private static final String NOTIFICATIONS = "/v1/notifications";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Somebody who is not logged in. */
    static Client nobody() {
        return new Client("", List.of());
    }

    /** A new user. */
    static Client registered() {
        return registered("user-" + UUID.randomUUID());
    }

    static Client registered(String name) {
        return new Answer(http().register(name)).client();
    }

    /** A user who was registered before, with a new token. */
    static Client loggedIn(String name) {
        return nobody().post("/users/login", """
                        {"user": {"email": "%s@example.org", "password": "%s"}}""".formatted(name, PASSWORD)).client();
    }

    /** A new user who has a role. */
    static Client withRole(String role) {
        String name = registered().name();
        try {
            TestServerSession.server()
                    .execute("insert into identity.user_roles (user_id, role) select id, '"
                            + role.toUpperCase(Locale.ROOT) + "' from identity.users where username = '" + name + "'");
        } catch (SQLException e) {
            throw new AssertionError(name + " got no role", e);
        }
        return loggedIn(name);
    }

    /** A new user who is an administrator. */
    static Client administrator() {
        return withRole(Roles.ADMINISTRATOR);
    }

    /** An object within one. */
    static String json(String name, JsonObject inside) {
        return Json.createObjectBuilder().add(name, inside).build().toString();
    }

    private String[] sent() {
        return headers.toArray(String[]::new);
    }

    Answer get(String path) {
        return new Answer(http().get("/api" + path, sent()));
    }

    Answer post(String path, String json) {
        return new Answer(http().post("/api" + path, json, sent()));
    }

    /** Without a body. */
    Answer post(String path) {
        return new Answer(http().send("POST", "/api" + path, sent()));
    }

    Answer put(String path, String json) {
        return new Answer(http().put("/api" + path, json, sent()));
    }

    /** The same, with more headers: names and values. */
    Client sending(String... more) {
        return new Client(name, Stream.concat(headers.stream(), Stream.of(more)).toList());
    }

    /** A change, as RFC 7396 has it. */
    Answer patch(String path, String json) {
        return send("PATCH", path, json, "Content-Type", "application/merge-patch+json");
    }

    /** Whatever else. */
    Answer send(String method, String path, String body, String... more) {
        return new Answer(http().send(method, "/api" + path, body, sending(more).sent()));
    }

    /** Bytes of a media type. */
    Answer put(String path, String mediaType, byte[] body) {
        return new Answer(http().send(
                        "PUT",
                        "/api" + path,
                        body,
                        sending("Content-Type", mediaType).sent()));
    }

    /** Bytes, as they come. */
    HttpResponse<byte[]> bytes(String path) {
        return http().getBytes("/api" + path, sent());
    }

    Answer delete(String path) {
        return new Answer(http().send("DELETE", "/api" + path, sent()));
    }

    /** Publishes an article with these tags; gives it as the API does. */
    JsonObject publish(String title, String... tags) {
        Answer answer = post("/articles", article(title, tags));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.in("article");
    }

    static String article(String title, String... tags) {
        return json("article", text(title, tags));
    }

    static String draft(String title, String... tags) {
        return text(title, tags).toString();
    }

    private static JsonObject text(String title, String... tags) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("description", "About " + title)
                .add("body", "All of " + title)
                .add("tagList", Json.createArrayBuilder(List.of(tags)))
                .build();
    }

    /** What the user is told of, once there is so much that was not read. */
    JsonObject told(int unread) {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonObject told = get(NOTIFICATIONS).json();
        while (told.getInt("unread") < unread) {
            assertThat(Instant.now()).as("when %s is told", name).isBefore(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
            told = get(NOTIFICATIONS).json();
        }
        return told;
    }

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }
}
