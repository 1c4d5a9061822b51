// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What rows of a table have to be like to be of the class that the table is used for: its column that tells the class
 * holds one of some constants.
 *
 * @param column the column
 * @param kinds the constants; no row is of the class if there are none
 */
public record Restriction(String column, List<Constant> kinds) {
    /** Keeps a copy. */
    public Restriction {
        kinds = List.copyOf(kinds);
    }

    /** That, as a condition about a source that the table is, or is the first of. */
    public Expression of(Source source) {
        if (kinds.isEmpty()) {
            return new Template(List.of("false"), List.of());
        }
        ColumnReference kind = new ColumnReference(source, column);
        return kinds.size() == 1
                ? new Operation(Operator.EQUAL, List.of(kind, kinds.get(0)))
                : new Operation(Operator.IN, List.of(kind, list()));
    }

    private Template list() {
        List<String> pieces = new ArrayList<>();
        pieces.add("(");
        for (int i = 1; i < kinds.size(); i++) {
            pieces.add(", ");
        }
        pieces.add(")");
        return new Template(pieces, new ArrayList<>(kinds));
    }

    long structure() {
        return Hash.mix(column.hashCode(), kinds);
    }

    boolean same(Restriction other, Comparison comparison) {
        return column.equals(other.column) && comparison.same(kinds, other.kinds);
    }
}
