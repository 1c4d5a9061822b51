// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** May have no author. */
@Entity
public class Comment {
    @Id
    private Long id;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    private Article article;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author author;

    protected Comment() {}

    public Comment(long id, Article article, String text) {
        this.id = id;
        this.article = article;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public void rewrite(String newText) {
        text = newText;
    }

    public Article article() {
        return article;
    }

    public Author author() {
        return author;
    }
}
