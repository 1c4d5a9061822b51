// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a {@link Favourite}. */
public class FavouriteId implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable Long article;
    private long userId;

    /** For JPA. */
    public FavouriteId() {}

    public FavouriteId(long article, long userId) {
        this.article = article;
        this.userId = userId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FavouriteId that && Objects.equals(article, that.article) && userId == that.userId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(article, userId);
    }
}
