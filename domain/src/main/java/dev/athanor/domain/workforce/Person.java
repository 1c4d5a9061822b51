// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.workforce;

import dev.athanor.annotations.Hybrid;
import dev.athanor.domain.Edited;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here, in whatever way. Each kind has a table of what it has more than the kind above: people are
 * looked for together, and each kind has columns that must be there.
 */
@Entity
@Table(name = "person", schema = "workforce")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 20)
public abstract class Person extends Edited {
    public static final int NAME_LENGTH = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "first_name", nullable = false, length = NAME_LENGTH)
    private String firstName;

    @Column(name = "last_name", nullable = false, length = NAME_LENGTH)
    private String lastName;

    /** The day on which they began to work here. */
    @Column(name = "since", nullable = false)
    private LocalDate since;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    protected Person(String firstName, String lastName, LocalDate since) {
        this.firstName = Objects.requireNonNull(firstName, "firstName");
        this.lastName = Objects.requireNonNull(lastName, "lastName");
        this.since = Objects.requireNonNull(since, "since");
    }

    @Hybrid
    public String fullName() {
        return firstName + " " + lastName;
    }

    /** Calls the person otherwise. */
    public void rename(String newFirstName, String newLastName) {
        firstName = Objects.requireNonNull(newFirstName, "newFirstName");
        lastName = Objects.requireNonNull(newLastName, "newLastName");
    }

    /** The key; there is none before the person was written. */
    public long id() {
        return Objects.requireNonNull(id, "a person has an id once it was written");
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public LocalDate since() {
        return since;
    }
}
