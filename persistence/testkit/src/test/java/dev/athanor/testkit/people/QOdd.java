// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import static dev.athanor.sql.Sql.inline;

import dev.athanor.sql.Columns;
import dev.athanor.sql.Condition;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.TextExpr;
import java.util.Map;

public final class QOdd extends EntityTable<Odd> {
    public final NumberColumn<Integer> id;
    public final TextColumn text;
    public final JsonColumn<String> settings;
    public final QCountry.Reference<Odd> country;

    private QOdd(String alias) {
        super(Odd.class, Kept.in("odd"), alias, Map.of());
        Columns columns = made();
        id = columns.asKey().number("id", "id", SqlTypes.INTEGER);
        text = columns.text("text", "text");
        settings = columns.json("settings", "settings", SqlTypes.JSONB);
        country = new QCountry.Reference<>(entityType(), "country", columns, Map.of("code", "country_code"));
    }

    public static QOdd as(String alias) {
        return new QOdd(alias);
    }

    public static QOdd table() {
        return new QOdd("odd");
    }

    public Condition isAfter(int other) {
        return id.gt(other);
    }

    public Condition isAfter(Expr<Integer> other) {
        return id.ge(other);
    }

    public TextExpr theme() {
        return settings.text("theme");
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
