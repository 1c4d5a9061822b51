// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import dev.athanor.sql.tree.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What comes of operators, if that is the same for the same operands always. */
final class Operators {
    private static final String BOOLEAN = "boolean";
    private static final String TEXT = "text";
    private static final String JSON = "jsonb";
    private static final String TEXTS = TEXT + Types.ARRAY;

    private static final Set<String> INCOMPARABLE = Set.of("json", "jsonpath");
    private static final Set<String> ORDERED_TIMES = Set.of("date", "timestamp");

    /** What comes of adding, by the operands. */
    private static final Map<List<String>, String> SUMS = Map.ofEntries(
            Map.entry(List.of("date", "integer"), "date"),
            Map.entry(List.of("date", "smallint"), "date"),
            Map.entry(List.of("date", "interval"), "timestamp"),
            Map.entry(List.of("date", "time"), "timestamp"),
            Map.entry(List.of("timestamp", "interval"), "timestamp"),
            Map.entry(List.of("time", "interval"), "time"),
            Map.entry(List.of("timetz", "interval"), "timetz"),
            Map.entry(List.of("interval", "interval"), "interval"),
            Map.entry(List.of("interval", "date"), "timestamp"),
            Map.entry(List.of("interval", "timestamp"), "timestamp"),
            Map.entry(List.of("interval", "time"), "time"),
            Map.entry(List.of("interval", "timetz"), "timetz"),
            Map.entry(List.of("time", "date"), "timestamp"),
            Map.entry(List.of("integer", "date"), "date"),
            Map.entry(List.of("smallint", "date"), "date"),
            Map.entry(List.of("date", "timetz"), "timestamptz"),
            Map.entry(List.of("timetz", "date"), "timestamptz"));

    /** What comes of taking away, by the operands. */
    private static final Map<List<String>, String> DIFFERENCES = Map.ofEntries(
            Map.entry(List.of("date", "integer"), "date"),
            Map.entry(List.of("date", "smallint"), "date"),
            Map.entry(List.of("date", "interval"), "timestamp"),
            Map.entry(List.of("date", "date"), "integer"),
            Map.entry(List.of("timestamp", "interval"), "timestamp"),
            Map.entry(List.of("timestamp", "timestamp"), "interval"),
            Map.entry(List.of("timestamptz", "timestamptz"), "interval"),
            Map.entry(List.of("time", "interval"), "time"),
            Map.entry(List.of("time", "time"), "interval"),
            Map.entry(List.of("timetz", "interval"), "timetz"),
            Map.entry(List.of("interval", "interval"), "interval"));

    private Operators() {}

    /** The type of the result; none if it depends on more than the operands, or nothing is known of it. */
    static Optional<String> result(Operator operator, List<String> types) {
        String first = types.get(0);
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> Optional.of(BOOLEAN);
            case AND, OR, NOT, IS_TRUE, IS_FALSE -> only(areConditions(types), BOOLEAN);
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    BETWEEN,
                    NOT_BETWEEN ->
                types.stream().allMatch(type -> comparable(first, type)) ? Optional.of(BOOLEAN) : none();
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE, MATCHES, MATCHES_IGNORING_CASE ->
                only(Types.are(TEXT, types), BOOLEAN);
            case CONCAT ->
                only(Types.areSame(types) && (first.equals(TEXT) || first.equals(JSON) || Types.isArray(first)), first);
            case PLUS -> calculated(types, SUMS);
            case MINUS -> calculated(types, DIFFERENCES);
            case TIMES -> multiplied(types);
            case DIVIDE -> isMultiple(types) ? Optional.of(first) : numbers(types);
            case MODULO -> numbers(types).filter(Types::isExact);
            case NEGATE -> only(Types.isNumber(first) || first.equals("interval"), first);
            case AT_TIME_ZONE -> zoned(first, types.get(1));
            case COLLATE -> only(first.equals(TEXT), TEXT);
            case CONTAINS, CONTAINED_BY ->
                only(Types.areSame(types) && (first.equals(JSON) || Types.isArray(first)), BOOLEAN);
            case OVERLAPS -> only(Types.areSame(types) && Types.isArray(first), BOOLEAN);
            case ELEMENT ->
                Types.isArray(first) && Types.areNumbers(types.subList(1, types.size()))
                        ? Optional.of(Types.element(first))
                        : none();
            case TEXT_SEARCH_MATCHES -> only(types.equals(List.of("tsvector", "tsquery")), BOOLEAN);
            case IN, NOT_IN -> none();
            default -> json(operator, first, types.get(1));
        };
    }

    private static boolean areConditions(List<String> types) {
        return types.stream().allMatch(type -> type.equals(BOOLEAN) || type.equals(Types.UNKNOWN));
    }

    private static Optional<String> json(Operator operator, String first, String second) {
        if (!first.equals(JSON)) {
            return none();
        }
        boolean key = second.equals(TEXT) || second.equals("integer") || second.equals("smallint");
        return switch (operator) {
            case JSON_GET, JSON_WITHOUT -> only(key, JSON);
            case JSON_GET_TEXT -> only(key, TEXT);
            case JSON_PATH, JSON_WITHOUT_PATH -> only(second.equals(TEXTS), JSON);
            case JSON_PATH_TEXT -> only(second.equals(TEXTS), TEXT);
            case JSON_HAS_KEY -> only(second.equals(TEXT), BOOLEAN);
            case JSON_HAS_ANY_KEY, JSON_HAS_ALL_KEYS -> only(second.equals(TEXTS), BOOLEAN);
            case JSON_PATH_EXISTS, JSON_PATH_MATCHES -> only(second.equals("jsonpath"), BOOLEAN);
            default -> none();
        };
    }

    /** Whether values of two types are compared as they are, or as what both become without regard to settings. */
    static boolean comparable(String one, String other) {
        List<String> both = List.of(one, other);
        return (Types.areSame(both) && !INCOMPARABLE.contains(one))
                || Types.areNumbers(both)
                || ORDERED_TIMES.containsAll(both);
    }

    private static Optional<String> calculated(List<String> types, Map<List<String>, String> results) {
        return Types.areNumbers(types) ? numbers(types) : Optional.ofNullable(results.get(types));
    }

    private static Optional<String> multiplied(List<String> types) {
        List<String> reversed = List.of(types.get(1), types.get(0));
        return isMultiple(types) || isMultiple(reversed) ? Optional.of("interval") : numbers(types);
    }

    private static boolean isMultiple(List<String> types) {
        return types.get(0).equals("interval") && Types.isNumber(types.get(1));
    }

    private static Optional<String> numbers(List<String> types) {
        return Types.areNumbers(types) ? Optional.of(Types.widest(types)) : none();
    }

    /** What clocks of a zone show at a point in time, or the point at which they show something. */
    static Optional<String> zoned(String time, String zone) {
        if (!zone.equals(TEXT)) {
            return none();
        }
        return switch (time) {
            case "timestamptz" -> Optional.of("timestamp");
            case "timestamp" -> Optional.of("timestamptz");
            default -> none();
        };
    }

    private static Optional<String> only(boolean fits, String type) {
        return fits ? Optional.of(type) : none();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    /** Why there is no result, and what to do. */
    static String problem(Operator operator, List<String> types) {
        String symbol = operator.symbol().isEmpty() ? operator.name() : operator.symbol();
        String part = "the operator " + symbol + " of " + String.join(" and ", types);
        if (types.stream().anyMatch(Types::isZoned)) {
            return part + " depends on the session's time zone; say which by atZone(…) or inZone(…)";
        }
        return part + " is not known to give the same always; cast(…) an operand, or say so by immutable(…)";
    }
}
