// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of an {@link ArticleTag}. */
public class ArticleTagId implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable Long article;
    private @Nullable String tag;

    /** For JPA. */
    public ArticleTagId() {}

    public ArticleTagId(long article, String tag) {
        this.article = article;
        this.tag = Objects.requireNonNull(tag, "tag");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArticleTagId that
                && Objects.equals(article, that.article)
                && Objects.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return Objects.hash(article, tag);
    }
}
