// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import dev.athanor.annotations.Comment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * How much of something was used up by attempts to log in or to register, said by when nothing of it will be any more.
 * Rows whose time is over mean nothing.
 */
@Entity
@Comment("Attempts to log in and to register, and where accounts have logged in from")
@Table(name = "login_limits", schema = "identity")
public class LoginLimit {
    public static final int NAME_LENGTH = 64;

    @Id
    @Column(name = "name", length = NAME_LENGTH)
    private String name;

    @Column(name = "ends_at", nullable = false)
    private OffsetDateTime endsAt;

    /** For JPA; rows are written by statements. */
    @SuppressWarnings("NullAway.Init")
    protected LoginLimit() {}

    /** A digest of what is limited. */
    public String name() {
        return name;
    }

    public OffsetDateTime endsAt() {
        return endsAt;
    }
}
