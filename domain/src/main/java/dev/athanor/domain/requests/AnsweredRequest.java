// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.requests;

import dev.athanor.annotations.Comment;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was asked for under a key, and what was answered. Written by statements, with what it is about. */
@Entity
@Table(
        name = "answered_request",
        schema = "requests",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "answered_request_once",
                        columnNames = {"caller_id", "operation", "request_key"}))
@TableIndex("asked_at")
public class AnsweredRequest {
    public static final int OPERATION_LENGTH = 40;
    public static final int KEY_LENGTH = 255;
    public static final int DIGEST_LENGTH = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @SuppressWarnings("UnusedVariable") // JPA reads it
    private @Nullable Long id;

    @Comment("A user of the identity context, by the key")
    @Column(name = "caller_id", nullable = false, updatable = false)
    private long callerId;

    @Column(name = "operation", nullable = false, updatable = false, length = OPERATION_LENGTH)
    private String operation;

    @Column(name = "request_key", nullable = false, updatable = false, length = KEY_LENGTH)
    private String requestKey;

    @Comment("Of what was asked, to tell whether it is the same")
    @Column(name = "digest", nullable = false, updatable = false, length = DIGEST_LENGTH)
    private String digest;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Comment("Where what was made is")
    @Column(name = "place")
    private @Nullable String place;

    @Comment("What was told of it")
    @Column(name = "answer")
    private @Nullable String answer;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AnsweredRequest() {}

    public long callerId() {
        return callerId;
    }

    public String operation() {
        return operation;
    }

    public String requestKey() {
        return requestKey;
    }

    public String digest() {
        return digest;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}
