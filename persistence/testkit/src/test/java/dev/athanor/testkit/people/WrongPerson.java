// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** Each of its hybrids means something else in SQL, by a mistake that is easily made. */
@Entity
@SuppressWarnings("NullAway")
public class WrongPerson extends Person {
    @Hybrid
    public String concatSkipsNulls() {
        return firstName + " " + lastName;
    }

    @Hybrid
    public long doubleRoundedToEven() {
        return Math.round(height);
    }

    @Hybrid
    public BigDecimal decimalRoundedAway() {
        return balance.setScale(1, RoundingMode.HALF_EVEN);
    }

    @Hybrid
    public String lowerOfAsciiOnly() {
        return nickname.toLowerCase(Locale.ROOT);
    }

    @Hybrid
    public int ageByDays() {
        return Period.between(born, LocalDate.now(ZoneId.systemDefault())).getYears();
    }

    @Hybrid
    public String stripOfSpacesOnly() {
        return nickname.strip();
    }

    @Hybrid
    public BigDecimal numericDivision() {
        return BigDecimal.valueOf(points / 2);
    }

    @Hybrid
    public boolean namesDiffer() {
        return !Objects.equals(firstName, lastName);
    }

    @Hybrid
    public boolean equalButForSpaces() {
        return nickname.equals(lastName);
    }

    @Hybrid
    public int lengthInCharacters() {
        return nickname.length();
    }

    @Hybrid
    public String substringFromOne() {
        return nickname.substring(1);
    }

    @Hybrid
    public String branchesInWrongOrder() {
        return points > 1234 ? "gold" : points > 10 ? "silver" : "none";
    }

    @Hybrid
    public boolean boundaryMissed() {
        return points >= 4711;
    }

    @Hybrid
    public boolean isAdultByDays() {
        return !born.plusYears(18).isAfter(LocalDate.now(ZoneId.systemDefault()));
    }

    @Hybrid
    public boolean knows(String name) {
        return Objects.equals(firstName, name) || nickname.contains(name);
    }

    @Hybrid
    public boolean likeHasWildcards(String part) {
        return nickname.contains(part);
    }
}
