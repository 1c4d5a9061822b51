// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import static dev.athanor.sql.Sql.inline;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import java.util.Map;

public final class QOdd extends EntityTable<Odd> {
    public final NumberColumn<Integer> id;
    public final TextColumn text;
    public final QCountry.Reference<Odd> country;

    private QOdd(String alias) {
        super(Odd.class, Kept.in("odd"), alias, Map.of());
        Columns columns = made();
        id = columns.asKey().number("id", "id", SqlTypes.INTEGER);
        text = columns.text("text", "text");
        country = new QCountry.Reference<>(entityType(), "country", columns, Map.of("code", "country_code"));
    }

    public static QOdd as(String alias) {
        return new QOdd(alias);
    }

    public static QOdd table() {
        return new QOdd("odd");
    }

    public NumberExpr<Integer> number() {
        return Sql.text(SqlTypes.INTEGER, "cast({} as integer)", text);
    }

    public NumberExpr<Integer> misspelled() {
        return Sql.text(SqlTypes.INTEGER, "abbs({})", id);
    }

    public NumberExpr<Integer> companies() {
        return inline(0);
    }
}
