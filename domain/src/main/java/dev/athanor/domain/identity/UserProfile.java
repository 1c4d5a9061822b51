// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.Masked;
import dev.athanor.annotations.OnDelete;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user tells about herself or himself; all of it may be missing. Its history tells when something of it was
 * changed, and by whom: what was told before is the user's to take back.
 */
@Entity
@Audited
@Table(name = "user_profiles", schema = "identity")
public class UserProfile {
    public static final int NAME_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false, unique = true)
    @OnDelete(OnDelete.Action.CASCADE)
    private User user;

    @Masked
    @Column(name = "bio")
    private @Nullable String bio;

    @Masked
    @Column(name = "image")
    private @Nullable String image;

    @Masked
    @Column(name = "first_name", length = NAME_LENGTH)
    private @Nullable String firstName;

    @Masked
    @Column(name = "last_name", length = NAME_LENGTH)
    private @Nullable String lastName;

    @Masked
    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected UserProfile() {}

    /** An empty one. */
    UserProfile(User user) {
        this.user = Objects.requireNonNull(user, "user");
    }

    /** First and last name; null while one of them is not known. */
    @Hybrid
    public @Nullable String fullName() {
        return firstName == null || lastName == null ? null : firstName + " " + lastName;
    }

    /** In full years; null while the date of birth is not known. */
    @Hybrid
    @SuppressWarnings("JavaTimeDefaultTimeZone") // people are a year older by the clock on the wall
    public @Nullable Integer age() {
        return birthDate == null
                ? null
                : Integer.valueOf(Period.between(birthDate, LocalDate.now()).getYears());
    }

    /** Whether the age is known, and more than this. */
    @Hybrid
    public boolean isOlderThan(int years) {
        Integer age = age();
        return age != null && age > years;
    }

    public User user() {
        return user;
    }

    public Optional<String> bio() {
        return Optional.ofNullable(bio);
    }

    public Optional<String> image() {
        return Optional.ofNullable(image);
    }

    /** Tells something, and shows the picture of an address. */
    public void tell(@Nullable String newBio, @Nullable String newImage) {
        bio = newBio;
        image = newImage;
    }

    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    public Optional<String> lastName() {
        return Optional.ofNullable(lastName);
    }

    /** Says who it is, and since when; whether anything of that is new. */
    boolean introduce(@Nullable String newFirstName, @Nullable String newLastName, @Nullable LocalDate born) {
        boolean isNew = !Objects.equals(firstName, newFirstName)
                || !Objects.equals(lastName, newLastName)
                || !Objects.equals(birthDate, born);
        firstName = newFirstName;
        lastName = newLastName;
        birthDate = born;
        return isNew;
    }
}
