// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;

/** All its relations are eager, and the key of one of them is an attribute, too. */
@Entity
public class Desk {
    @Id
    private Long id;

    @ManyToOne
    private Author author;

    @Column(name = "author_id", insertable = false, updatable = false)
    private Long authorId;

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "desk_article",
            joinColumns = @JoinColumn(name = "desk_id"),
            inverseJoinColumns = @JoinColumn(name = "article_id"))
    private List<Article> articles = new ArrayList<>();

    @OneToOne(mappedBy = "desk")
    private Lamp lamp;

    public Long id() {
        return id;
    }

    public Author author() {
        return author;
    }

    public void seat(Author other) {
        author = other;
    }

    public Long authorId() {
        return authorId;
    }

    public List<Article> articles() {
        return articles;
    }

    public Lamp lamp() {
        return lamp;
    }
}
