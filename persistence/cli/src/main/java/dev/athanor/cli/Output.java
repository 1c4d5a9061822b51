// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.revision.Revision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command says: lines for people, or one object of JSON for programs. For one thread. */
final class Output {
    private final Surroundings surroundings;
    private final boolean json;
    private final boolean coloured;
    private final Map<String, @Nullable Object> object = new LinkedHashMap<>();

    Output(Surroundings surroundings, boolean json, boolean coloured) {
        this.surroundings = surroundings;
        this.json = json;
        this.coloured = coloured && !json;
    }

    static Output of(Options options, Surroundings surroundings) {
        boolean wanted = !options.noColor
                && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
        return new Output(surroundings, options.json, wanted && surroundings.terminal());
    }

    boolean isJson() {
        return json;
    }

    /** For people. */
    void line(String line) {
        if (!json) {
            surroundings.out().println(line);
        }
    }

    /** For people, and not part of what was asked for. */
    void remark(String line) {
        if (!json) {
            surroundings.error().println(line);
        }
    }

    /** For programs. */
    void put(String key, @Nullable Object value) {
        object.put(key, value);
    }

    /** What is wanted as it is, in either form. */
    void script(String sql) {
        if (json) {
            put("sql", sql);
        } else {
            surroundings.out().print(sql);
        }
    }

    void error(String code, String message) {
        if (json) {
            object.clear();
            put("error", Map.of("code", code, "message", message));
        } else {
            surroundings.error().println(red("error: ") + message + " [" + code + "]");
        }
    }

    void finish() {
        if (json) {
            surroundings.out().println(Json.of(object));
        }
        surroundings.out().flush();
        surroundings.error().flush();
    }

    static Map<String, Object> object(Revision revision) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", revision.id());
        object.put("parents", revision.parents());
        object.put("message", revision.message());
        object.put("created", revision.created().toString());
        return object;
    }

    static List<Map<String, Object>> objects(Collection<Revision> revisions) {
        return revisions.stream().map(Output::object).toList();
    }

    /** A revision in a line. */
    String described(Revision revision) {
        return yellow(revision.id()) + ", " + revision.message();
    }

    String green(String text) {
        return coloured("32", text);
    }

    String red(String text) {
        return coloured("31", text);
    }

    String yellow(String text) {
        return coloured("33", text);
    }

    private String coloured(String colour, String text) {
        return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
