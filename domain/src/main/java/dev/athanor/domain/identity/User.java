// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Audited;
import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.DefaultValue;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.Masked;
import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.SoftDelete;
import dev.athanor.annotations.TableIndex;
import dev.athanor.annotations.UpdatedAt;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered person. A username is given once and for all, as what was written carries it; an e-mail address is free
 * again when its user is deleted. Both are compared without regard to case, and the database sees to it. Of what is
 * about the person, histories and logs tell that it changed, and not what it was: what somebody takes back is nowhere.
 */
@Entity
@Audited
@Comment("Who uses the application")
@Table(name = "users", schema = "identity")
@TableIndex(name = "users_username_unique", value = "lower(username)", unique = true)
@TableIndex(name = "users_email_unique", value = "lower(email)", unique = true, where = "deleted_at is null")
public class User {
    public static final int USERNAME_LENGTH = 64;
    public static final int EMAIL_LENGTH = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "username", nullable = false, length = USERNAME_LENGTH)
    private String username;

    @Masked
    @Column(name = "email", nullable = false, length = EMAIL_LENGTH)
    private String email;

    @Masked
    @Column(name = "password_hash", nullable = false, length = 255)
    private String passwordHash;

    @Comment("How often the password was changed: tokens tell it, and are good as long as it is so")
    @DefaultValue("0")
    @Column(name = "password_changes", nullable = false)
    private int passwordChanges;

    @ElementCollection
    @OnDelete(OnDelete.Action.CASCADE)
    @CollectionTable(
            name = "user_roles",
            schema = "identity",
            joinColumns = @JoinColumn(name = "user_id"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "user_roles_unique",
                            columnNames = {"user_id", "role"}))
    @Column(name = "role", nullable = false, length = 32)
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @Json
    @Masked
    @DefaultValue("'{}'")
    @Column(name = "preferences", nullable = false)
    private String preferences = "{}";

    @Array
    @Masked
    @DefaultValue("'{}'")
    @Column(name = "interests", nullable = false)
    private List<String> interests = new ArrayList<>();

    @Masked
    @Column(name = "avatar")
    private byte @Nullable [] avatar;

    @OneToOne(mappedBy = "user", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    private UserProfile profile;

    // region follows
    @ManyToMany
    @JoinTable(
            name = "follows",
            schema = "identity",
            joinColumns = @JoinColumn(name = "follower_id"),
            inverseJoinColumns = @JoinColumn(name = "followed_id"))
    @Check(name = "follows_others", value = "follower_id <> followed_id")
    @TableIndex(name = "follows_followed", value = "followed_id")
    @OnDelete(OnDelete.Action.CASCADE)
    private Set<User> following = new HashSet<>();

    @ManyToMany(mappedBy = "following")
    private Set<User> followers = new HashSet<>();
    // endregion

    @CreatedAt
    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @UpdatedAt
    @Column(name = "updated_at", nullable = false)
    private OffsetDateTime updatedAt;

    @SoftDelete
    @Column(name = "deleted_at")
    private @Nullable OffsetDateTime deletedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /** A new user; the password comes hashed. */
    @SuppressWarnings({"NullAway.Init", "this-escape"}) // sessions fill the times; profiles keep their user only
    public User(String username, String email, String passwordHash) {
        this.username = Objects.requireNonNull(username, "username");
        this.email = Objects.requireNonNull(email, "email");
        this.passwordHash = Objects.requireNonNull(passwordHash, "passwordHash");
        this.profile = new UserProfile(this);
    }

    /** Whether the user has not been deleted. */
    @Hybrid
    public boolean isActive() {
        return deletedAt == null;
    }

    /** Whether the user of this key follows this one. */
    @Hybrid
    public boolean isFollowedBy(long user) {
        return followers.stream().anyMatch(follower -> follower.id() == user);
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

    /** Calls the user otherwise, and gives the address to log in with. */
    public void rename(String newUsername, String newEmail) {
        username = Objects.requireNonNull(newUsername, "newUsername");
        email = Objects.requireNonNull(newEmail, "newEmail");
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** From now on the user logs in by another password, and anew everywhere. */
    public void changePassword(String newHash) {
        passwordHash = Objects.requireNonNull(newHash, "newHash");
        passwordChanges++;
    }

    /** How often the password was changed. What was given for an earlier one is not good any more. */
    public int passwordChanges() {
        return passwordChanges;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** How the user likes the application: an object of JSON, which clients alone understand. */
    public String preferences() {
        return preferences;
    }

    public void prefer(String preferred) {
        preferences = Objects.requireNonNull(preferred, "preferred");
    }

    public List<String> interests() {
        return interests;
    }

    public void beInterestedIn(List<String> subjects) {
        interests = new ArrayList<>(subjects);
    }

    /** Says who it is, and since when. It is told of the user, so that it is another version of the user then. */
    public void introduce(@Nullable String firstName, @Nullable String lastName, @Nullable LocalDate born) {
        if (profile.introduce(firstName, lastName, born)) {
            updatedAt = OffsetDateTime.now(ZoneOffset.UTC);
        }
    }

    public Optional<byte[]> avatar() {
        return Optional.ofNullable(avatar).map(byte[]::clone);
    }

    public void showAs(byte[] picture) {
        avatar = picture.clone();
    }

    /** Is shown by no picture any more. */
    public void hide() {
        avatar = null;
    }

    public UserProfile profile() {
        return profile;
    }

    public Set<User> following() {
        return following;
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
