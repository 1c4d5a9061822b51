// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** Its key is a text that is assigned. */
@Entity
public class Tag {
    @Id
    private String name;

    private String meaning;

    @ManyToMany(mappedBy = "tags")
    private Set<Article> articles = new HashSet<>();

    protected Tag() {}

    public Tag(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public void explain(String newMeaning) {
        meaning = newMeaning;
    }

    public Set<Article> articles() {
        return articles;
    }
}
