// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.openapi.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls of the operations of one part of the API, in an order in which they end as the table says. */
abstract class CallTable {
    static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String STALE = "\"999999\"";

    final String unique = UUID.randomUUID().toString().substring(0, 8);
    final Asking nobody;
    final Asking user;
    final Asking other;
    final Asking editor;
    final Asking administrator;
    private final List<ApiCalls.Call> calls = new ArrayList<>();

    CallTable(Callers callers) {
        nobody = callers.nobody();
        user = callers.user();
        other = callers.other();
        editor = callers.editor();
        administrator = callers.administrator();
    }

    /** Adds all calls, and makes what they are about where no call makes it. */
    abstract void fill();

    List<ApiCalls.Call> calls() {
        fill();
        return List.copyOf(calls);
    }

    void call(String operation, int status, Supplier<Exchange> send) {
        calls.add(new ApiCalls.Call(operation, status, send));
    }

    /** A list: a page of it, one after a cursor, all of it as files, and a filter that is none. */
    void list(String operation, Asking reader, String path, String query) {
        call(operation, 200, () -> reader.get(path + "?page=1&size=2&" + query));
        call(operation, 200, () -> reader.get(path + "?cursor=&size=1&" + query));
        for (String form : List.of("text/csv", "application/x-ndjson")) {
            call(operation, 200, () -> reader.with("Accept", form).get(path + "?" + query));
        }
        call(operation, 400, () -> reader.get(path + "?filter=x"));
        call(operation, 200, () -> reader.get(path + "?" + query));
    }

    /** One thing: itself, again where it has not changed, and with attributes that it has not. */
    void one(String operation, Asking reader, String path) {
        one(operation, reader, () -> path);
    }

    /** The same, of what is known when it is asked for. */
    void one(String operation, Asking reader, Supplier<String> path) {
        call(operation, 304, () -> reader.with("If-None-Match", tag(reader, path.get()))
                .get(path.get()));
        call(operation, 400, () -> reader.get(path.get() + "?fields=nothing"));
        call(operation, 200, () -> reader.get(path.get()));
    }

    private static String tag(Asking reader, String path) {
        return reader.get(path).response().headers().firstValue("ETag").orElseThrow();
    }

    /**
     * A change of one thing: with fields that it has not, of an edition that it is not of, and by a user who may not.
     */
    void change(String operation, Asking writer, String path, String json) {
        call(operation, 403, () -> user.patch(path, MERGE_PATCH, json));
        call(operation, 412, () -> writer.with("If-Match", STALE).patch(path, MERGE_PATCH, json));
        call(operation, 422, () -> writer.patch(path, MERGE_PATCH, "{\"nothing\": 1}"));
        call(operation, 200, () -> writer.patch(path, "application/json", json));
        call(operation, 200, () -> writer.patch(path, MERGE_PATCH, json));
    }

    /** The end of one thing: not by a user who may not, not of another edition, and once. */
    void delete(String operation, Asking writer, String path) {
        call(operation, 403, () -> user.delete(path));
        call(operation, 412, () -> writer.with("If-Match", STALE).delete(path));
        call(operation, 204, () -> writer.delete(path));
        call(operation, 404, () -> writer.delete(path));
    }

    /** Makes something by the API; gives where it is. */
    static String made(Asking writer, String list, String json) {
        return place(writer.post(list, json));
    }

    static String place(Exchange made) {
        return made.response()
                .headers()
                .firstValue("Location")
                .map(place -> place.substring("/api".length()))
                .orElseThrow(() -> new AssertionError(
                        "nothing was made: " + made + ": " + made.response().body()));
    }

    /** What something is called in its address. */
    static String key(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
