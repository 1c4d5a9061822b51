// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.reference;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a persistence unit: {@code athanor:unit@jdbc:postgresql://…} or {@code athanor:unit/schema@jdbc:…}.
 *
 * @param unit the unit
 * @param schema the schema of tables that name none
 * @param database the address of a PostgreSQL on which the schema is tried out
 */
record ModelUrl(String unit, String schema, String database) {
    static final String PREFIX = "athanor:";

    private static final Pattern FORM = Pattern.compile("athanor:([^/@?]+)(?:/([^@?]+))?@(jdbc:postgresql:.+)");

    static boolean fits(@Nullable String url) {
        return url != null && url.startsWith(PREFIX);
    }

    static ModelUrl of(String url) throws SQLException {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw new SQLException("\"" + url + "\" is not the address of a persistence unit, which is"
                    + " athanor:unit@jdbc:postgresql://host/database, or athanor:unit/schema@jdbc:…, with a database"
                    + " to try the schema out on");
        }
        return new ModelUrl(form.group(1), form.group(2) == null ? "public" : form.group(2), form.group(3));
    }
}
