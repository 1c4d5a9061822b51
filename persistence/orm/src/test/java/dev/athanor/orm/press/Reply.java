// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to a composite key. */
@Entity
public class Reply {
    @Id
    private Long id;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "rating_article", referencedColumnName = "article_id")
    @JoinColumn(name = "rating_reader", referencedColumnName = "reader")
    private Rating rating;

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public void rewrite(String newText) {
        text = newText;
    }

    public void answer(Rating other) {
        rating = other;
    }

    public Rating rating() {
        return rating;
    }
}
