// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** The other side of a relation to one. */
@Entity
public class Profile {
    @Id
    private Long id;

    private String text;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author author;

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public void belongTo(Author other) {
        author = other;
    }

    public Author author() {
        return author;
    }
}
