// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Has a composite key, to which others refer. */
@Entity
public class Rating {
    @EmbeddedId
    private RatingId id;

    private int stars;

    @MapsId("article")
    @ManyToOne(fetch = FetchType.LAZY)
    private Article article;

    @OneToMany(mappedBy = "rating")
    @OrderBy("id")
    private List<Reply> replies = new ArrayList<>();

    public RatingId id() {
        return id;
    }

    public int stars() {
        return stars;
    }

    public void rate(int newStars) {
        stars = newStars;
    }

    public Article article() {
        return article;
    }

    public List<Reply> replies() {
        return replies;
    }
}
