// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type of a column, by one of its names. Immutable and thread-safe.
 *
 * @param name the name
 * @param sizes the numbers in parentheses
 */
public record ColumnType(String name, List<Integer> sizes) {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("decimal", "numeric"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"));

    /** After these, a definition says something else than the type. */
    private static final Set<String> AFTER_TYPES = Set.of(
            "not",
            "null",
            "default",
            "generated",
            "constraint",
            "primary",
            "unique",
            "references",
            "check",
            "collate",
            "using",
            "storage",
            "compression",
            "cascade",
            "restrict");

    /** What has room for all values of the other, and is no other size of the same. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "smallint", Set.of("integer", "bigint", "numeric", "real", "double precision"),
            "integer", Set.of("bigint", "numeric", "double precision"),
            "bigint", Set.of("numeric"),
            "real", Set.of("double precision"),
            "date", Set.of("timestamp", "timestamptz"),
            "timestamp", Set.of("timestamptz"),
            "timestamptz", Set.of("timestamp"),
            "json", Set.of("jsonb"),
            "varchar", Set.of("citext"),
            "text", Set.of("varchar", "citext"));

    /** Have as many characters, or bits, as they say. */
    private static final Set<String> FILLED = Set.of("char", "bit");

    /** Keeps a copy. */
    public ColumnType {
        sizes = List.copyOf(sizes);
    }

    /** The type that a definition begins with. */
    public static ColumnType of(List<SqlToken> definition) {
        List<String> words = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : definition) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.kind() == SqlToken.Kind.WORD && AFTER_TYPES.contains(token.name())) {
                break;
            }
            if (depth > 0 && token.kind() == SqlToken.Kind.NUMBER) {
                sizes.add((int) Math.min(Integer.MAX_VALUE, (long) Double.parseDouble(token.text())));
            } else if (depth == 0 && token.isName()) {
                words.add(token.name());
            } else if (token.is("[")) {
                words.add("[]");
            }
        }
        String name = String.join(" ", words);
        return new ColumnType(OTHER_NAMES.getOrDefault(name, name), sizes);
    }

    private Optional<Integer> scale() {
        return isSized(1) ? Optional.of(sizes.get(1)) : Optional.empty();
    }

    private boolean isSized(int place) {
        return sizes.size() > place;
    }

    /** Whether all values that this one has are values of the other. */
    public boolean fits(ColumnType other) {
        if (equals(other) || (other.name.equals("text") && other.sizes.isEmpty())) {
            return true;
        }
        if (name.equals(other.name)) {
            return fitsSizes(other);
        }
        return other.sizes.isEmpty() && WIDER.getOrDefault(name, Set.of()).contains(other.name);
    }

    private boolean fitsSizes(ColumnType other) {
        if (other.sizes.isEmpty()) {
            return true;
        }
        if (sizes.isEmpty()) {
            return false;
        }
        if (name.equals("numeric")) {
            int scale = scale().orElse(0);
            int otherScale = other.scale().orElse(0);
            return otherScale >= scale && other.sizes.get(0) - otherScale >= sizes.get(0) - scale;
        }
        return other.sizes.get(0) >= sizes.get(0);
    }

    /** Whether PostgreSQL changes this into the other without touching rows. */
    public boolean staysAs(ColumnType other) {
        if (equals(other)) {
            return true;
        }
        boolean texts = Set.of("varchar", "text").contains(name)
                && Set.of("varchar", "text").contains(other.name);
        if (texts) {
            return fits(other);
        }
        if (!name.equals(other.name)) {
            return name.equals("cidr") && other.name.equals("inet");
        }
        boolean sameScale = !other.isSized(0) || scale().equals(other.scale());
        boolean array = name.endsWith("[]"); // each of its values would have to be looked at
        return !array && !FILLED.contains(name) && fits(other) && (!name.equals("numeric") || sameScale);
    }

    /** Whether some values may not fit, whatever the type was. */
    public boolean isLimited() {
        return !sizes.isEmpty()
                || !Set.of("text", "bigint", "numeric", "jsonb", "timestamptz").contains(name);
    }

    @Override
    public String toString() {
        return name
                + (sizes.isEmpty()
                        ? ""
                        : "("
                                + String.join(
                                        ",", sizes.stream().map(String::valueOf).toList()) + ")");
    }
}
