// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids.tutorial;

import static dev.athanor.sql.Functions.concatWith;

import dev.athanor.annotations.Hybrid;
import dev.athanor.sql.Assignments;
import dev.athanor.sql.TextExpr;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

// region customer
@Entity
@SuppressWarnings({"NullAway.Init", "JavaTimeDefaultTimeZone"})
class Customer {
    @Id
    Long id;

    String firstName;
    String lastName;
    String nickname;
    String email;
    LocalDate birthday;

    @Hybrid
    String fullName() {
        return firstName + " " + lastName;
    }

    @Hybrid
    int age() {
        return Period.between(birthday, LocalDate.now()).getYears();
    }

    @Hybrid
    boolean isOlderThan(int years) {
        return age() > years;
    }
    // endregion

    // region paths
    @Hybrid
    String calledBy() {
        if (nickname == null || nickname.isBlank()) {
            return fullName();
        }
        return nickname.strip();
    }
    // endregion

    // region side
    @Hybrid
    String initials() {
        return Stream.of(firstName, lastName)
                .filter(Objects::nonNull)
                .map(name -> name.substring(0, 1))
                .collect(Collectors.joining("."));
    }

    @Hybrid.Sql
    static TextExpr initials(QCustomer customer) {
        return concatWith(".", customer.firstName.left(1), customer.lastName.left(1));
    }
    // endregion

    // region update
    @Hybrid.Update
    static void fullName(Assignments row, QCustomer customer, TextExpr value) {
        row.set(customer.firstName, value.part(" ", 1)).set(customer.lastName, value.part(" ", 2));
    }
    // endregion

    // region indexed
    @Hybrid(indexed = true)
    String login() {
        return email.toLowerCase(Locale.ROOT);
    }
    // endregion
}
