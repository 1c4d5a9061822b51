// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import dev.athanor.sql.tree.TableSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that have values for the same columns: the database reads their texts.
 *
 * @param target the table
 * @param columns the columns
 * @param rows the values of each row
 */
public record TableRows(TableSource target, List<String> columns, List<@Nullable Object[]> rows) {
    /** Some of them. */
    public TableRows range(int from, int to) {
        return new TableRows(target, columns, rows.subList(from, to));
    }

    /** The values of a column, as the text of an array. */
    public String array(int column) {
        StringBuilder text = new StringBuilder(rows.size() * 16).append('{');
        for (@Nullable Object[] row : rows) {
            text.append(text.length() == 1 ? "" : ",");
            element(text, row[column]);
        }
        return text.append('}').toString();
    }

    /** In quotes, so that none is mistaken for null. */
    private static void element(StringBuilder text, @Nullable Object given) {
        if (given == null) {
            text.append("NULL");
            return;
        }
        String value = given.toString();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (sign == '"' || sign == '\\') {
                text.append('\\');
            }
            text.append(sign);
        }
        text.append('"');
    }
}
