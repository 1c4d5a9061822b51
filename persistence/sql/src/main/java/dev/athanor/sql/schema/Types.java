// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import dev.athanor.sql.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of types, each by one of those it has. */
final class Types {
    /** What is right, but of a type that is not known here. */
    static final String UNKNOWN = "an unknown type";

    /** What is wrong, and has been told. */
    static final String REFUSED = "";

    static final String ARRAY = "[]";

    private static final List<String> NUMBERS =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("decimal", "numeric"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "text"),
            Map.entry("character varying", "text"),
            Map.entry("bpchar", "text"),
            Map.entry("char", "text"),
            Map.entry("character", "text"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));

    private Types() {}

    static String of(SqlType<?> type) {
        return of(type.name());
    }

    static String of(String name) {
        if (name.endsWith(ARRAY)) {
            return of(name.substring(0, name.length() - ARRAY.length())) + ARRAY;
        }
        String plain = name.replaceFirst("\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(plain, NUMBERS.contains(plain) ? plain : own(name, plain));
    }

    /** The name of a type of one's own may be in quotes, and then is not the same in small letters. */
    private static String own(String name, String plain) {
        return name.startsWith("\"") ? name : plain;
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** Whether it is a number without floating point. */
    static boolean isExact(String type) {
        return isNumber(type) && NUMBERS.indexOf(type) <= NUMBERS.indexOf("numeric");
    }

    static boolean isArray(String type) {
        return type.endsWith(ARRAY);
    }

    static String element(String array) {
        return array.substring(0, array.length() - ARRAY.length());
    }

    static boolean areNumbers(List<String> types) {
        return types.stream().allMatch(Types::isNumber);
    }

    /** Whether all are of this type. */
    static boolean are(String type, List<String> types) {
        return types.stream().allMatch(type::equals);
    }

    static boolean areSame(List<String> types) {
        return new HashSet<>(types).size() == 1 && !types.contains(UNKNOWN);
    }

    /** The number that others become when they are calculated with. */
    static String widest(List<String> numbers) {
        return NUMBERS.get(numbers.stream().mapToInt(NUMBERS::indexOf).max().orElseThrow());
    }

    /** Whether a value of such a type changes its meaning with the session's time zone. */
    static boolean isZoned(String type) {
        return type.equals("timestamptz") || type.equals("timetz");
    }
}
