// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.DefaultValue;
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
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** That a user likes an article. */
@Entity
@IdClass(FavouriteId.class)
@Table(name = "favourites", schema = "publishing")
@TableIndex(name = "favourites_of_article", value = "article_id")
public class Favourite {
    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id")
    @OnDelete(OnDelete.Action.CASCADE)
    private Article article;

    @Id
    @Column(name = "user_id")
    private long userId;

    @DefaultValue("now()")
    @Column(name = "created_at", nullable = false, insertable = false, updatable = false)
    private @Nullable OffsetDateTime createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Favourite() {}

    public Article article() {
        return article;
    }

    public long userId() {
        return userId;
    }
}
