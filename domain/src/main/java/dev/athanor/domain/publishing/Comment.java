// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.TableIndex;
import dev.athanor.annotations.UpdatedAt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user says of an article. */
@Entity
@Table(name = "comments", schema = "publishing")
@TableIndex(
        name = "comments_of_article",
        value = {"article_id", "id"})
public class Comment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id", nullable = false, updatable = false)
    @OnDelete(OnDelete.Action.CASCADE)
    private Article article;

    @Column(name = "author_id", nullable = false, updatable = false)
    private long authorId;

    @Column(name = "body", nullable = false)
    private String body;

    @CreatedAt
    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @UpdatedAt
    @Column(name = "updated_at", nullable = false)
    private OffsetDateTime updatedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    @SuppressWarnings("NullAway.Init") // sessions fill the times
    public Comment(Article article, long authorId, String body) {
        this.article = Objects.requireNonNull(article, "article");
        this.authorId = authorId;
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The key; there is none before the comment was written. */
    public long id() {
        return Objects.requireNonNull(id, "a comment has an id once it was written");
    }

    public Article article() {
        return article;
    }

    public long authorId() {
        return authorId;
    }

    public String body() {
        return body;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }
}
