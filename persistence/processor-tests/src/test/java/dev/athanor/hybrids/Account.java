// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import static dev.athanor.sql.Functions.concatWith;

import dev.athanor.annotations.Hybrid;
import dev.athanor.sql.Assignments;
import dev.athanor.sql.Condition;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hybrids that say their SQL, that can be set, or that the database keeps. */
@Entity
@SuppressWarnings("NullAway.Init")
class Account {
    @Id
    Long id;

    String first;

    String last;

    String email;

    int points;

    BigDecimal balance;

    /** Its parts that are there: a stream of them has no SQL, so it is said. */
    @Hybrid
    String fullName() {
        return Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    @Hybrid.Sql
    static TextExpr fullName(QAccount account) {
        return concatWith(" ", account.first, account.last);
    }

    @Hybrid.Update
    static void fullName(Assignments row, QAccount account, TextExpr value) {
        row.set(account.first, value.part(" ", 1)).set(account.last, value.part(" ", 2));
    }

    @Hybrid
    boolean matches(String regularly, int least) {
        return email != null && email.matches(regularly) && points >= least;
    }

    @Hybrid.Sql
    static Condition matches(QAccount account, TextExpr regularly, NumberExpr<Integer> least) {
        return account.email
                .isNotNull()
                .and(Sql.text(SqlTypes.BOOLEAN, "{} ~ ('^(' || {} || ')$')", account.email, regularly))
                .and(account.points.ge(least));
    }

    @Hybrid(indexed = true)
    @Nullable
    String login() {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    @Hybrid(stored = true, column = "interest_due")
    BigDecimal interest() {
        return balance.multiply(new BigDecimal("0.035")).setScale(2, RoundingMode.HALF_UP);
    }

    @Hybrid
    boolean owed() {
        return interest().signum() > 0 && points > 10;
    }
}
