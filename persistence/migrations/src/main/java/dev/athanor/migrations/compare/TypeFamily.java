// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types whose values PostgreSQL casts to each other directly; others go by way of their text. */
enum TypeFamily {
    NUMBER,
    TEXT,
    MOMENT,
    JSON,
    BITS;

    private static final Map<String, TypeFamily> BY_NAME = byName();

    private static Map<String, TypeFamily> byName() {
        Map<String, TypeFamily> families = new HashMap<>();
        put(families, NUMBER, "smallint", "integer", "bigint", "numeric", "real", "double precision");
        put(families, TEXT, "text", "character varying", "character", "citext", "name");
        put(families, MOMENT, "date", "timestamp without time zone", "timestamp with time zone");
        put(families, JSON, "json", "jsonb");
        put(families, BITS, "bit", "bit varying");
        return families;
    }

    private static void put(Map<String, TypeFamily> families, TypeFamily family, String... names) {
        for (String name : names) {
            families.put(name, family);
        }
    }

    private static String bare(String type) {
        return type.toLowerCase(Locale.ROOT).replaceAll("\\s*\\([^)]*\\)", "").strip();
    }

    private static Optional<TypeFamily> of(String type) {
        return Optional.ofNullable(BY_NAME.get(bare(type)));
    }

    /** Whether values stay what they are for keys that refer to them. */
    static boolean areAlike(String one, String other) {
        return bare(one).equals(bare(other)) || (of(one).isPresent() && of(one).equals(of(other)));
    }

    /** An expression for a column's values in another type. */
    static String conversion(String column, String from, String to) {
        return areAlike(from, to) || of(to).equals(Optional.of(TEXT)) ? column + "::" + to : column + "::text::" + to;
    }
}
