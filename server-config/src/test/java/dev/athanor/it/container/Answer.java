// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What the API answers.
 *
 * @param response as it came
 */
record Answer(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        }
    }

    /** The object of a name. */
    JsonObject in(String name) {
        return json().getJsonObject(name);
    }

    /** What is wrong, in the form that the specification has for it. */
    List<String> errors() {
        return texts(json().getJsonObject("errors"), "body");
    }

    /** The user of the answer, with the token. */
    Client client() {
        JsonObject user = in("user");
        return new Client(user.getString("username"), List.of("Authorization", "Token " + user.getString("token")));
    }

    /** The texts of an array. */
    static List<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
