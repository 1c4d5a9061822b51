// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Has a relation in an embedded object, and one that always leads to an entity. */
@Entity
public class Essay {
    @Id
    private Long id;

    @Embedded
    private Byline byline;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Author author;

    public Long id() {
        return id;
    }

    public Byline byline() {
        return byline;
    }

    public Author author() {
        return author;
    }
}
