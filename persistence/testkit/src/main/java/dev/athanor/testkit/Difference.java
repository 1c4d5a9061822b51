// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of which a hybrid says one thing in Java and another in SQL.
 *
 * @param call the hybrid and its arguments
 * @param row the number of the row
 * @param values what matters of the row, as people read it, by the attributes' names
 * @param java what Java says
 * @param sql what SQL says
 */
public record Difference(String call, int row, Map<String, String> values, String java, String sql) {
    /** Keeps a copy. */
    public Difference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(call).append(", row ").append(row);
        values.forEach((attribute, value) ->
                text.append("\n    ").append(attribute).append(" = ").append(value));
        return text.append("\n    Java: ")
                .append(java)
                .append("\n    SQL:  ")
                .append(sql)
                .toString();
    }
}
