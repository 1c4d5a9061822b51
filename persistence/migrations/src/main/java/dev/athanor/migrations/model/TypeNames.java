// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.migrations.schema.QualifiedName;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of types as annotations say them: maybe with a schema, and in quotes where they need them. */
final class TypeNames {
    private static final Pattern PARTS = Pattern.compile("(?:(\"[^\"]+\"|[^\".]+)\\.)?(\"[^\"]+\"|[^\".]+)");

    private TypeNames() {}

    static QualifiedName qualified(String said, String mainSchema) {
        Matcher parts = PARTS.matcher(said);
        if (!parts.matches()) {
            return new QualifiedName(mainSchema, said);
        }
        String schema = parts.group(1);
        return new QualifiedName(schema == null ? mainSchema : plain(schema), plain(parts.group(2)));
    }

    private static String plain(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }
}
