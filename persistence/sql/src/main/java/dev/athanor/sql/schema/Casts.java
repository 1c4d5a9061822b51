// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import java.util.List;
import java.util.Set;

/** Which values become which without regard to the session's settings. */
final class Casts {
    private static final Set<List<String>> PAIRS = Set.of(
            List.of("integer", "boolean"),
            List.of("boolean", "integer"),
            List.of("date", "timestamp"),
            List.of("timestamp", "date"),
            List.of("timestamp", "time"),
            List.of("time", "interval"),
            List.of("interval", "time"),
            List.of("timetz", "time"),
            List.of("jsonb", "boolean"),
            List.of("jsonb", "json"),
            List.of("json", "jsonb"));

    /** Types that are written as text, and read, in one way only. */
    private static final Set<String> ONE_TEXT = Set.of("boolean", "uuid", "bytea", "json", "jsonb", "jsonpath");

    private static final Set<String> WRITTEN_ONLY = Set.of("time", "timetz");

    private Casts() {}

    static boolean isImmutable(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        if (Types.isArray(from) && Types.isArray(to)) {
            return isImmutable(Types.element(from), Types.element(to));
        }
        if (Types.isNumber(to) && (Types.isNumber(from) || from.equals("jsonb"))) {
            return true;
        }
        if (to.equals("text")) {
            return isOneText(from) || WRITTEN_ONLY.contains(from);
        }
        return from.equals("text") ? isOneText(to) : PAIRS.contains(List.of(from, to));
    }

    private static boolean isOneText(String type) {
        return ONE_TEXT.contains(type) || Types.isNumber(type);
    }

    /** Why not, and what to do. */
    static String problem(String from, String to) {
        String cast = "the cast of " + from + " to " + to;
        if (from.equals("timestamptz")) {
            return cast + " depends on the session's time zone; say which by atZone(…)";
        }
        if (to.equals("timestamptz") && !from.equals("text")) {
            return cast + " depends on the session's time zone; cast to timestamp, and say which zone by inZone(…)";
        }
        if (to.equals("text") || from.equals("text")) {
            return cast + " depends on the session's settings, or on names that may be changed; "
                    + (to.equals("text") ? "use extract(…), or a case for an enumeration" : "keep the value as " + to);
        }
        return cast + " is not known to give the same always; if it does, say so by immutable(…)";
    }
}
