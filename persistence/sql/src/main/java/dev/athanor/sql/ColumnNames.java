// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of attributes are called: as their classes say, unless where they are used says otherwise.
 *
 * @param overrides names by paths of attributes
 * @param others names of columns here by those of the table that they refer to, if they refer to one
 */
record ColumnNames(Map<String, String> overrides, Optional<Map<String, String>> others) {
    static ColumnNames of(Map<String, String> overrides) {
        return new ColumnNames(Map.copyOf(overrides), Optional.empty());
    }

    /** And these, which give way to those that are there. */
    ColumnNames with(String path, Map<String, String> inner) {
        if (inner.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>();
        inner.forEach((attribute, name) -> all.put(path + attribute, name));
        all.putAll(overrides);
        return new ColumnNames(Map.copyOf(all), others);
    }

    /** Those of columns that refer to others. */
    ColumnNames referring(String path, Map<String, String> referring, Map<String, String> inner) {
        Map<String, String> here = new HashMap<>();
        referring.forEach((there, name) -> here.put(there, of(path + there, name)));
        return new ColumnNames(Map.copyOf(inner), Optional.of(Map.copyOf(here)));
    }

    Map<String, String> referring() {
        return others.orElse(Map.of());
    }

    String of(String attribute, String name) {
        String named = overrides.getOrDefault(attribute, name);
        return others.map(names -> translated(names, attribute, named)).orElse(named);
    }

    private static String translated(Map<String, String> names, String attribute, String named) {
        String here = names.get(named);
        if (here == null) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "no column refers to \"" + named + "\", in which " + attribute + " is kept");
        }
        return here;
    }
}
