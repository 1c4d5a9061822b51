// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** With relations, and hybrids that mean the same in Java and in SQL. */
@Entity
@SuppressWarnings("NullAway")
public class RightPerson extends Person {
    @ManyToOne
    @Nullable
    Company employer;

    @ManyToOne
    @Nullable
    RightPerson parent;

    @OneToMany(mappedBy = "buyer")
    List<Purchase> purchases = new ArrayList<>();

    @ManyToMany
    Set<Club> clubs = new HashSet<>();

    @ElementCollection
    Set<String> aliases = new HashSet<>();

    @ElementCollection
    Map<Status, Integer> counts = new HashMap<>();

    @ElementCollection
    private final List<Address> addresses = new ArrayList<>();

    @Hybrid
    public String fullName() {
        return firstName + " " + lastName;
    }

    @Hybrid
    public int age() {
        return Period.between(born, LocalDate.now(ZoneId.systemDefault())).getYears();
    }

    @Hybrid
    public boolean isOlderThan(int years) {
        return age() > years;
    }

    @Hybrid
    public String stripped() {
        return nickname.strip();
    }

    @Hybrid
    public boolean hasOneName() {
        return Objects.equals(firstName, lastName);
    }

    @Hybrid
    public boolean isRich() {
        return balance.compareTo(new BigDecimal("100")) > 0;
    }

    @Hybrid
    public BigDecimal rounded() {
        return balance.setScale(1, RoundingMode.HALF_UP);
    }

    @Hybrid
    public long roundedHeight() {
        return (long) Math.floor(height);
    }

    @Hybrid
    public int nameLength() {
        return nickname.length();
    }

    @Hybrid
    public String rank() {
        return points > 100 ? "gold" : points > 10 ? "silver" : "none";
    }

    @Hybrid
    public int sum() {
        return points + bonus;
    }

    @Hybrid
    public int halfOfBonus() {
        return points / bonus;
    }

    @Hybrid
    public double twice() {
        return height * 2;
    }

    @Hybrid
    public String begins() {
        return nickname.substring(0, 1);
    }

    @Hybrid
    public boolean isActiveAndHappy() {
        return active && mood == Mood.HAPPY;
    }

    @Hybrid
    public Optional<String> greeting() {
        return Optional.ofNullable(firstName).map(name -> "Hello " + name);
    }

    @Hybrid
    public OffsetDateTime seenLater() {
        return seen.plusHours(1);
    }

    @Hybrid
    public long minutesWorked() {
        return worked.toMinutes();
    }

    @Hybrid
    public long daysSinceBirth() {
        return ChronoUnit.DAYS.between(born, LocalDate.of(2024, 2, 29));
    }

    @Hybrid
    public int numberOfTags() {
        return tags.size();
    }

    @Hybrid
    public @Nullable String noteRank() {
        return notes.get("rank");
    }

    @Hybrid
    public boolean was(Status wanted, LocalDate then) {
        return status == wanted && !born.isAfter(then);
    }

    @Hybrid
    public String employerName() {
        return employer.name;
    }

    @Hybrid
    public @Nullable String parentOfEmployer() {
        return employer == null || employer.parent == null ? null : employer.parent.name;
    }

    @Hybrid
    public @Nullable String parentName() {
        return parent == null ? null : parent.nickname;
    }

    @Hybrid
    public BigDecimal spent() {
        return purchases.stream().map(purchase -> purchase.price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Hybrid
    public int numberOfPurchases() {
        return purchases.size();
    }

    @Hybrid
    public int fees() {
        return clubs.stream().mapToInt(club -> club.fee / 1_000_000).sum();
    }

    @Hybrid
    public boolean isAlso(String alias) {
        return aliases.contains(alias);
    }

    @Hybrid
    public int numberOfAliases() {
        return aliases.size();
    }

    @Hybrid
    public @Nullable Integer blockedCount() {
        return counts.get(Status.BLOCKED);
    }

    @Hybrid
    public long citiesKnown() {
        return addresses.stream().filter(address -> address.city != null).count();
    }
}
