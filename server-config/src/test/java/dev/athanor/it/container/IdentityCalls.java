// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.Addresses;
import dev.athanor.it.openapi.Exchange;

/** Of users: their registration, profiles and roles. */
final class IdentityCalls extends CallTable {
    /** More than may be tried. */
    private static final int MANY = 200;

    private static final String AVATAR = "/v1/me/avatar";

    IdentityCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        users();
        profiles();
        roles();
        people();
        me();
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

    private void people() {
        String person = "/v1/people/" + user.client().name();
        String missing = "/v1/people/nobody-" + unique;
        list("ListPeople", other, "/v1/people", "sort=age,-fullName&filter=username==user-*");
        one("GetPerson", other, person);
        call("GetPerson", 404, () -> other.get(missing));
        call("ReplaceAvatar", 204, () -> user.send("PUT", AVATAR, "image/gif", "GIF89a of " + unique));
        call("ReplaceAvatar", 422, () -> user.send("PUT", AVATAR, "image/png", "GIF89a of " + unique));
        call("GetAvatar", 200, () -> other.get(person + "/avatar"));
        call("GetAvatar", 304, () -> other.with("If-None-Match", "*").get(person + "/avatar"));
        call("GetAvatar", 404, () -> other.get(missing + "/avatar"));
        call("ReplaceAvatar", 204, () -> editor.send("PUT", AVATAR, "image/webp", "RIFF    WEBP"));
        call("DeleteAvatar", 204, () -> editor.delete(AVATAR));
    }

    private void me() {
        String told = """
                {"firstName": "Ada", "lastName": "Lovelace", "birthDate": "1990-12-10", "interests": ["weaving"],
                 "preferences": {"theme": {"dark": true}, "columns": [1, null, "x"]}}""";
        one("GetMe", user, "/v1/me");
        call("ChangeMe", 412, () -> user.with("If-Match", "\"999999\"").patch("/v1/me", MERGE_PATCH, told));
        call("ChangeMe", 422, () -> user.patch("/v1/me", MERGE_PATCH, "{\"firstName\": \"\", \"nothing\": 1}"));
        call("ChangeMe", 200, () -> user.patch("/v1/me", "application/json", told));
        call("ChangeMe", 200, () -> user.patch("/v1/me", MERGE_PATCH, "{\"preferences\": {\"theme\": null}}"));
        call("GetMe", 200, () -> user.get("/v1/me?fields=preferences"));
        call("GetPerson", 200, () -> other.get("/v1/people/" + user.client().name()));
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
