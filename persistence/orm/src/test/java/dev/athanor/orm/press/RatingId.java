// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** A key of two columns. */
@Embeddable
public class RatingId implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "article_id")
    private Long article;

    private String reader;

    protected RatingId() {}

    public RatingId(long article, String reader) {
        this.article = article;
        this.reader = reader;
    }

    public String reader() {
        return reader;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingId id && article.equals(id.article) && reader.equals(id.reader);
    }

    @Override
    public int hashCode() {
        return Objects.hash(article, reader);
    }
}
