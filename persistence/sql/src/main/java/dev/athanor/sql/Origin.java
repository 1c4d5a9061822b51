// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.OutputNames;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.List;
import java.util.Optional;

/** Follows a column of a query in the place of a table to what that query selects, and so on. */
final class Origin {
    private Origin() {}

    static Expression of(Expression expression) {
        Expression plain = expression.unlabelled();
        if (!(plain instanceof ColumnReference column)) {
            return plain;
        }
        return query(column.source())
                .flatMap(query -> selected(query, column.name()))
                .map(Origin::of)
                .orElse(plain);
    }

    private static Optional<Command> query(Source source) {
        if (source instanceof DerivedSource derived) {
            return Optional.of(derived.query());
        }
        return source instanceof CommonTableSource common ? common.table().map(CommonTable::command) : Optional.empty();
    }

    private static Optional<Expression> selected(Command query, String name) {
        List<Expression> named = OutputNames.selectedBy(query).stream()
                .filter(expression -> OutputNames.of(expression).equals(name))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
