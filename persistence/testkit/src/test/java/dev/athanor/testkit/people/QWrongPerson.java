// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import static dev.athanor.sql.Functions.concat;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.value;

import dev.athanor.sql.Condition;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;

public final class QWrongPerson extends QPerson<WrongPerson> {
    private QWrongPerson(String alias) {
        super(WrongPerson.class, Kept.in("person"), alias);
    }

    public static QWrongPerson as(String alias) {
        return new QWrongPerson(alias);
    }

    public static QWrongPerson table() {
        return new QWrongPerson("person");
    }

    public TextExpr concatSkipsNulls() {
        return concat(firstName, inline(" "), lastName);
    }

    public NumberExpr<Long> doubleRoundedToEven() {
        return height.round().asLong();
    }

    public NumberExpr<BigDecimal> decimalRoundedAway() {
        return balance.round(1);
    }

    public TextExpr lowerOfAsciiOnly() {
        return nickname.collate("C").lower();
    }

    public NumberExpr<Integer> ageByDays() {
        return value(LocalDate.now(ZoneId.systemDefault())).daysSince(born).dividedBy(365);
    }

    public TextExpr stripOfSpacesOnly() {
        return nickname.trim();
    }

    public NumberExpr<BigDecimal> numericDivision() {
        return points.asDecimal().dividedBy(new BigDecimal("2"));
    }

    public Condition namesDiffer() {
        return firstName.ne(lastName);
    }

    public Condition equalButForSpaces() {
        return Sql.text(
                SqlTypes.BOOLEAN, "{} is not distinct from {}", nickname.trimTrailing(), lastName.trimTrailing());
    }

    public NumberExpr<Integer> lengthInCharacters() {
        return nickname.length();
    }

    public TextExpr substringFromOne() {
        return nickname.substring(1);
    }

    public TextExpr branchesInWrongOrder() {
        return when(points.gt(10), inline("silver"))
                .when(points.gt(1234), inline("gold"))
                .otherwise(inline("none"));
    }

    public Condition boundaryMissed() {
        return points.gt(4711);
    }

    public Condition isAdultByDays() {
        return value(LocalDate.now(ZoneId.systemDefault())).daysSince(born).ge(18 * 365);
    }

    public Condition knows(String name) {
        return Sql.text(SqlTypes.BOOLEAN, "coalesce({} = {}, false)", firstName, name);
    }

    public Condition likeHasWildcards(String part) {
        return nickname.like("%" + part + "%");
    }
}
