// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.Addresses;
import dev.athanor.it.openapi.Exchange;

/** Of users: their registration, profiles and roles. */
final class IdentityCalls extends CallTable {
    /** More than may be tried. */
    private static final int MANY = 200;

    IdentityCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        users();
        profiles();
        roles();
    }

    private void users() {
        String registration = """
                {"user": {"username": "new-%s", "email": "new-%s@example.org", "password": "correct horse"}}""".formatted(unique, unique);
        String login = """
                {"user": {"email": "new-%s@example.org", "password": "%s"}}""";
        call("CreateUser", 201, () -> nobody.post("/users", registration));
        call("CreateUser", 422, () -> nobody.post("/users", registration));
        call("CreateUser", 429, () -> tooOften(nobody.with("X-Forwarded-For", Addresses.random()), registration));
        call("Login", 200, () -> nobody.post("/users/login", login.formatted(unique, "correct horse")));
        call("Login", 401, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        call("Login", 422, () -> nobody.post("/users/login", "{\"user\": {}}"));
        for (int i = 0; i < 4; i++) {
            call("Login", 401, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        }
        call("Login", 429, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        call("GetCurrentUser", 200, () -> user.get("/user"));
        call("UpdateCurrentUser", 200, () -> user.put("/user", "{\"user\": {\"bio\": \"I weave\", \"image\": null}}"));
        call("UpdateCurrentUser", 422, () -> user.put("/user", "{\"user\": {\"email\": \"x\"}}"));
    }

    /** As it is taken, and counts all the same. */
    private static Exchange tooOften(Asking client, String registration) {
        Exchange exchange = client.post("/users", registration);
        for (int i = 0; i < MANY && exchange.response().statusCode() == 422; i++) {
            exchange = client.post("/users", registration);
        }
        return exchange;
    }

    private void profiles() {
        String profile = "/profiles/" + user.client().name();
        String missing = "/profiles/nobody-" + unique;
        String own = "/profiles/" + editor.client().name();
        call("GetProfileByUsername", 200, () -> nobody.get(profile));
        call("GetProfileByUsername", 404, () -> nobody.get(missing));
        call("FollowUserByUsername", 200, () -> editor.post(profile + "/follow"));
        call("FollowUserByUsername", 404, () -> editor.post(missing + "/follow"));
        call("FollowUserByUsername", 422, () -> editor.post(own + "/follow"));
        call("UnfollowUserByUsername", 404, () -> editor.delete(missing + "/follow"));
        call("UnfollowUserByUsername", 200, () -> editor.delete(profile + "/follow"));
    }

    private void roles() {
        String path = "/v1/users/" + Client.registered().name() + "/roles";
        call("GetRoles", 200, () -> administrator.get(path));
        call("GetRoles", 403, () -> user.get(path));
        call("GetRoles", 404, () -> administrator.get("/v1/users/nobody-" + unique + "/roles"));
        call("AssignRoles", 200, () -> administrator.put(path, "{\"roles\": [\"editor\"]}"));
        call("AssignRoles", 403, () -> user.put(path, "{\"roles\": [\"editor\"]}"));
        call("AssignRoles", 422, () -> administrator.put(path, "{\"roles\": [\"king\"]}"));
    }
}
