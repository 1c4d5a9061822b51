// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Types whose values PostgreSQL casts to each other directly; others go by way of their text. */
enum TypeFamily {
    NUMBER("smallint", "integer", "bigint", "numeric", "real", "double precision"),
    TEXT("text", "character varying", "character", "citext", "name"),
    MOMENT("date", "timestamp without time zone", "timestamp with time zone"),
    JSON("json", "jsonb"),
    BITS("bit", "bit varying");

    private final Set<String> names;

    TypeFamily(String... names) {
        this.names = Set.of(names);
    }

    private static String bare(String type) {
        return type.toLowerCase(Locale.ROOT).replaceAll("\\s*\\([^)]*\\)", "").strip();
    }

    private static Optional<TypeFamily> of(String type) {
        String bare = bare(type);
        return Arrays.stream(values())
                .filter(family -> family.names.contains(bare))
                .findFirst();
    }

    /** Whether values stay what they are for keys that refer to them. */
    static boolean areAlike(String one, String other) {
        return bare(one).equals(bare(other)) || (of(one).isPresent() && of(one).equals(of(other)));
    }

    /** An expression for a column's values in another type. */
    static String conversion(String column, String from, String to) {
        return areAlike(from, to) || of(to).equals(Optional.of(TEXT))
                ? column + "::" + to
                : column + "::text::" + to;
    }
}
