// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as SQL has them: in quotes where PostgreSQL would take them for something else. */
public final class Identifiers {
    private static final int LONGEST = 63;
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** What {@code quote_ident} quotes, in versions 15 to 18. */
    private static final Set<String> KEYWORDS = Set.of(("all analyse analyze and any array as asc asymmetric"
                    + " authorization between bigint binary bit boolean both case cast char character check coalesce"
                    + " collate collation column concurrently constraint create cross current_catalog current_date"
                    + " current_role current_schema current_time current_timestamp current_user dec decimal default"
                    + " deferrable desc distinct do else end except exists extract false fetch float for foreign freeze"
                    + " from full grant greatest group grouping having ilike in initially inner inout int integer"
                    + " intersect interval into is isnull join json json_array json_arrayagg json_exists json_object"
                    + " json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading"
                    + " least left like limit localtime localtimestamp merge_action national natural nchar none"
                    + " normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay"
                    + " placing position precision primary real references returning right row select session_user"
                    + " setof similar smallint some substring symmetric system_user table tablesample then time"
                    + " timestamp to trailing treat trim true union unique user using values varchar variadic verbose"
                    + " when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces"
                    + " xmlparse xmlpi xmlroot xmlserialize xmltable")
            .split(" ", -1));

    private Identifiers() {}

    /** A name, in quotes if it needs them. */
    public static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name that is not longer than PostgreSQL keeps: if it is, it is cut, and ends in a number made of all of it. */
    public static String fitting(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        String end = "_" + Integer.toHexString(name.hashCode());
        String start = name;
        while (start.getBytes(StandardCharsets.UTF_8).length + end.length() > LONGEST) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + end;
    }

    /** Names with commas between them. */
    public static String list(Collection<String> names) {
        return names.stream().map(Identifiers::quoted).collect(Collectors.joining(", "));
    }

    /** A text as a constant. */
    public static String literal(String text) {
        String escaped = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + escaped + "'" : "E'" + escaped.replace("\\", "\\\\") + "'";
    }
}
