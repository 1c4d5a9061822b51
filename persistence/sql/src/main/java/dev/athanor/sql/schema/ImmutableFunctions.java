// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions of PostgreSQL's that give the same for the same values always, and what they give. */
final class ImmutableFunctions {
    /** Whatever their arguments are, and of one type. */
    static final Map<String, String> OF_ONE_TYPE = results();

    /** Whatever their arguments are; of a text if they are given one. */
    static final Set<String> OF_TEXT = Set.of(
            "btrim",
            "initcap",
            "left",
            "lower",
            "lpad",
            "ltrim",
            "md5",
            "overlay",
            "regexp_replace",
            "regexp_substr",
            "repeat",
            "replace",
            "reverse",
            "right",
            "rpad",
            "rtrim",
            "split_part",
            "substr",
            "substring",
            "translate",
            "upper");

    /** Whatever their arguments are; a number as precise as what they are given. */
    static final Set<String> OF_NUMBER =
            Set.of("ceil", "ceiling", "exp", "floor", "ln", "log", "power", "round", "sign", "sqrt", "trunc");

    /** Whatever their arguments are; of the type of the first. */
    static final Set<String> OF_FIRST =
            Set.of("abs", "gcd", "jsonb_insert", "jsonb_set", "jsonb_strip_nulls", "lcm", "mod", "trim_scale");

    /** Of arguments that fit each other; of the type of the first. */
    static final Set<String> OF_ARRAY = Set.of("array_append", "array_remove", "array_replace");

    /** Of values that have to be compared, or of which any is the result. */
    private static final Set<String> OF_ALIKE = Set.of("coalesce", "greatest", "least", "nullif");

    private static final Set<String> TRUNCATED = Set.of("timestamp", "interval");
    private static final List<String> TEXT_AND_POINT = List.of("text", "timestamptz");

    /** Functions that do not, and what to do instead. */
    private static final Map<String, String> OTHERS = others();

    private ImmutableFunctions() {}

    private static Map<String, String> results() {
        Map<String, String> results = new HashMap<>();
        put(results, "text", "chr", "encode", "jsonb_extract_path_text", "jsonb_typeof", "to_hex");
        put(results, "integer", "array_length", "array_lower", "array_ndims", "array_upper", "ascii", "bit_length");
        put(results, "integer", "cardinality", "char_length", "character_length", "jsonb_array_length", "min_scale");
        put(results, "integer", "num_nonnulls", "num_nulls", "octet_length", "regexp_count", "regexp_instr", "scale");
        put(results, "integer", "strpos", "width_bucket");
        put(results, "boolean", "isfinite", "jsonb_path_exists", "jsonb_path_match", "regexp_like", "starts_with");
        put(results, "jsonb", "jsonb_extract_path", "jsonb_object", "jsonb_path_query_array", "jsonb_path_query_first");
        put(results, "text[]", "regexp_match", "regexp_split_to_array", "string_to_array");
        put(results, "numeric", "div", "factorial");
        put(results, "double precision", "acos", "asin", "atan", "atan2", "cbrt", "cos", "degrees", "pi", "radians");
        put(results, "double precision", "sin", "tan");
        put(results, "interval", "justify_days", "justify_hours", "justify_interval", "make_interval");
        put(results, "bytea", "decode", "sha224", "sha256", "sha384", "sha512");
        put(results, "date", "make_date");
        put(results, "time", "make_time");
        put(results, "timestamp", "make_timestamp");
        return Map.copyOf(results);
    }

    private static void put(Map<String, String> results, String type, String... functions) {
        for (String function : functions) {
            results.put(function, type);
        }
    }

    private static Map<String, String> others() {
        Map<String, String> others = new HashMap<>();
        String time = "gives another value each time; let the value be set when the row is";
        put(others, time, "now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday");
        put(others, time, "random", "gen_random_uuid", "nextval");
        String written = "depends on how the session writes values; join texts by concat(…) of a text, nulls by"
                + " coalesce(…)";
        put(others, written, "concat", "concat_ws", "format", "array_to_string");
        put(others, "depends on how the session writes values", "jsonb_build_array", "jsonb_build_object", "to_jsonb");
        put(others, "depends on how the session writes values", "json_build_array", "json_build_object", "to_json");
        put(
                others,
                "depends on the session's language and settings; use extract(…)",
                "to_char",
                "to_date",
                "to_number");
        return Map.copyOf(others);
    }

    /**
     * The type of what a function gives; none if that depends on more than the arguments, or nothing is known of it.
     */
    static Optional<String> result(String function, List<String> types) {
        if (OF_ONE_TYPE.containsKey(function)) {
            return Optional.of(OF_ONE_TYPE.get(function));
        }
        if (OF_ALIKE.contains(function)) {
            return alike(types).filter(type -> function.equals("coalesce") || Operators.comparable(type, type));
        }
        if (types.isEmpty()) {
            return Optional.empty();
        }
        String first = types.get(0);
        if (OF_TEXT.contains(function)) {
            return Optional.of(first.equals("text") ? first : Types.UNKNOWN);
        }
        if (OF_NUMBER.contains(function)) {
            return Optional.of(first.equals("numeric") ? first : "double precision");
        }
        if (OF_FIRST.contains(function)) {
            return Optional.of(first);
        }
        return OF_ARRAY.contains(function) ? array(types) : special(function, types);
    }

    private static Optional<String> special(String function, List<String> types) {
        String first = types.get(0);
        return switch (function) {
            case "length" ->
                types.equals(List.of("text")) || types.equals(List.of("bytea"))
                        ? Optional.of("integer")
                        : Optional.empty();
            case "array_cat" -> Types.areSame(types) && Types.isArray(first) ? Optional.of(first) : Optional.empty();
            case "array_position" -> array(types).map(array -> "integer");
            case "to_timestamp" ->
                types.size() == 1 && Types.isNumber(first) ? Optional.of("timestamptz") : Optional.empty();
            case "age" ->
                types.size() == 2 && (Types.are("timestamp", types) || Types.are("timestamptz", types))
                        ? Optional.of("interval")
                        : Optional.empty();
            case "date_trunc" -> truncated(types);
            case "timezone" -> Operators.zoned(types.get(types.size() - 1), first);
            default -> Optional.empty();
        };
    }

    private static Optional<String> truncated(List<String> types) {
        if (types.size() == 2 && TRUNCATED.contains(types.get(1))) {
            return Optional.of(types.get(1));
        }
        return types.size() == 3 && types.subList(0, 2).equals(TEXT_AND_POINT)
                ? Optional.of("timestamptz")
                : Optional.empty();
    }

    /** Elements have to be of the array's own type, or both might become another. */
    private static Optional<String> array(List<String> types) {
        String array = types.get(0);
        boolean fits = Types.isArray(array) && Types.are(Types.element(array), types.subList(1, types.size()));
        return fits ? Optional.of(array) : Optional.empty();
    }

    /** What values become of which one is chosen. */
    static Optional<String> alike(List<String> types) {
        if (Types.areSame(types)) {
            return Optional.of(types.get(0));
        }
        return Types.areNumbers(types) ? Optional.of(Types.widest(types)) : Optional.empty();
    }

    /** Why there is no result, and what to do. */
    static String problem(String function, List<String> types) {
        String part = function + "(…)" + (types.isEmpty() ? "" : " of " + String.join(" and ", types));
        if (OTHERS.containsKey(function)) {
            return part + " " + OTHERS.get(function);
        }
        boolean ofTimes = types.stream().anyMatch(type -> Types.isZoned(type) || type.equals("date"));
        if (ofTimes && !OF_ALIKE.contains(function)) {
            return part
                    + " depends on the session's time zone; cast dates to timestamp, and say which zone by atZone(…)";
        }
        return OF_ALIKE.contains(function)
                ? part + " has values of several types; cast(…) all to one"
                : part + " is not known to give the same always; if it does, say so by immutable(…)";
    }
}
