// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Objects;

/** That an article has a tag, and at which place: a relation of many to many with a column of its own. */
@Entity
@IdClass(ArticleTagId.class)
@Table(name = "article_tags", schema = "publishing")
@TableIndex(
        name = "article_tags_of_article",
        value = {"article_id", "position"})
public class ArticleTag {
    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id")
    @OnDelete(OnDelete.Action.CASCADE)
    private Article article;

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tag_name")
    private Tag tag;

    @Column(name = "position", nullable = false)
    private int position;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ArticleTag() {}

    ArticleTag(Article article, Tag tag, int position) {
        this.article = Objects.requireNonNull(article, "article");
        this.tag = Objects.requireNonNull(tag, "tag");
        this.position = position;
    }

    public Article article() {
        return article;
    }

    public Tag tag() {
        return tag;
    }

    public int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }
}
