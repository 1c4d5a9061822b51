// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.schema.Identifiers;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts other schemas in the place of those that texts of an application's own name. */
final class ScratchText {
    /** A name and a dot, but what looks so within a constant or a name in quotes is passed over. */
    private static final Pattern PART =
            Pattern.compile("nextval\\('(\"(?:[^\"]|\"\")+\"|\\w+)\\.((?:[^']|'')*)'|[eE]?'(?:[^']|'')*'"
                    + "|(?<![\\w\"$.])(\"(?:[^\"]|\"\")+\"|[A-Za-z_]\\w*)\\s*\\.|\"(?:[^\"]|\"\")*\"");

    private ScratchText() {}

    static String moved(String sql, Map<String, String> schemas) {
        return PART.matcher(sql).replaceAll(part -> Matcher.quoteReplacement(replaced(part, schemas)));
    }

    private static String replaced(MatchResult part, Map<String, String> schemas) {
        if (part.group(1) != null) {
            return "nextval('" + replaced(part.group(1), schemas) + "." + part.group(2) + "'";
        }
        return part.group(3) == null ? part.group() : replaced(part.group(3), schemas) + ".";
    }

    private static String replaced(String name, Map<String, String> schemas) {
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            if (name.equals(Identifiers.quoted(schema.getKey())) || name.equals('"' + schema.getKey() + '"')) {
                return schema.getValue();
            }
        }
        return name;
    }
}
