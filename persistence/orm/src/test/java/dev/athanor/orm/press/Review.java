// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Its relations are eager, as those to one are if nothing is said. */
@Entity
public class Review {
    @Id
    private Long id;

    @ManyToOne
    private Article article;

    @ManyToOne
    private Author reviewer;

    public Long id() {
        return id;
    }

    public Article article() {
        return article;
    }

    public Author reviewer() {
        return reviewer;
    }
}
