// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** A header that is there. */
    String header(String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    /** The problem's errors, as "/pointer code", in the order of pointers. */
    List<String> problems() {
        assertThat(header("Content-Type")).as(text()).startsWith("application/problem+json");
        return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer", error.getString("header", "")) + " " + error.getString("code"))
                .sorted()
                .toList();
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
