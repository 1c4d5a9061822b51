// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.Comment;
import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That somebody is told of an article, which an author has published whom they follow. Of each article once. */
@Entity
@Table(
        name = "notifications",
        schema = "publishing",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "notifications_once",
                        columnNames = {"reader_id", "article_id"}))
@TableIndex(
        name = "notifications_newest",
        value = {"reader_id", "id desc"})
@TableIndex(name = "notifications_of_article", value = "article_id")
public class Notification {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Comment("A user of the identity context, by the key")
    @Column(name = "reader_id", nullable = false, updatable = false)
    private long readerId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id", nullable = false, updatable = false)
    @OnDelete(OnDelete.Action.CASCADE)
    private Article article;

    @Column(name = "noticed_at", nullable = false, updatable = false)
    private OffsetDateTime noticedAt;

    @Column(name = "read_at")
    private @Nullable OffsetDateTime readAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Notification() {}

    /** The key; there is none before the notification was written. */
    public long id() {
        return Objects.requireNonNull(id, "a notification has an id once it was written");
    }

    public long readerId() {
        return readerId;
    }

    public Article article() {
        return article;
    }

    public OffsetDateTime noticedAt() {
        return noticedAt;
    }

    public Optional<OffsetDateTime> readAt() {
        return Optional.ofNullable(readAt);
    }
}
