// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.value;

import dev.athanor.sql.Columns;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.TextExpr;

public final class QAddress {
    public final TextColumn street;
    public final TextColumn city;

    public QAddress(Columns columns) {
        street = columns.text("street", "street");
        city = columns.text("city", "city");
    }

    public TextExpr line() {
        return street.concat(", ").concat(city);
    }

    public Condition isIn(String wanted) {
        return isIn(value(wanted));
    }

    public Condition isIn(Expr<String> wanted) {
        return text(SqlTypes.BOOLEAN, "({} is not distinct from {})", wanted, city);
    }
}
