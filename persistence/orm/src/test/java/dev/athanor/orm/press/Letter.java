// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;

/** Has a key that the table makes, and listeners. */
@Entity
@EntityListeners(LetterReader.class)
public class Letter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author author;

    private transient String loaded = "";

    protected Letter() {}

    public Letter(String text) {
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Author author() {
        return author;
    }

    /** The texts that it had each time it was loaded. */
    public String loaded() {
        return loaded;
    }

    @PostLoad
    void noteLoad() {
        loaded += text + ";";
    }
}
