// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registered person. Usernames and e-mail addresses are unique without regard to case; the database sees to it. */
@Entity
@Table(name = "users", schema = "identity")
@TableIndex(name = "users_username_unique", value = "lower(username)", unique = true)
@TableIndex(name = "users_email_unique", value = "lower(email)", unique = true)
public class User {
    public static final int USERNAME_LENGTH = 64;
    public static final int EMAIL_LENGTH = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "username", nullable = false, length = USERNAME_LENGTH)
    private String username;

    @Column(name = "email", nullable = false, length = EMAIL_LENGTH)
    private String email;

    @Column(name = "password_hash", nullable = false, length = 255)
    private String passwordHash;

    @Column(name = "bio")
    private @Nullable String bio;

    @Column(name = "image")
    private @Nullable String image;

    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "updated_at", nullable = false)
    private OffsetDateTime updatedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /** A new user; the password comes hashed. */
    public User(String username, String email, String passwordHash) {
        this.username = Objects.requireNonNull(username, "username");
        this.email = Objects.requireNonNull(email, "email");
        this.passwordHash = Objects.requireNonNull(passwordHash, "passwordHash");
        this.createdAt = now();
        this.updatedAt = createdAt;
    }

    @PreUpdate
    void updated() {
        updatedAt = now();
    }

    /** In the precision of the database, so that what is written is what is read back. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** The key; there is none before the user was written. */
    public long id() {
        return Objects.requireNonNull(id, "a user has an id once it was written");
    }

    public String username() {
        return username;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Optional<String> bio() {
        return Optional.ofNullable(bio);
    }

    public Optional<String> image() {
        return Optional.ofNullable(image);
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
