// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refers to others of its own kind. */
@Entity
public class Author {
    @Id
    private Long id;

    private String name;

    @Version
    private int version;

    @Embedded
    private Address home;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author mentor;

    @OneToMany(mappedBy = "mentor")
    private Set<Author> pupils = new HashSet<>();

    @OneToMany(mappedBy = "author", cascade = CascadeType.PERSIST)
    @OrderBy("title DESC")
    private List<Article> articles = new ArrayList<>();

    @OneToOne(mappedBy = "author", fetch = FetchType.LAZY)
    private Profile profile;

    public Author() {}

    public Author(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public int version() {
        return version;
    }

    public Address home() {
        return home;
    }

    public void settle(Address address) {
        home = address;
    }

    public Author mentor() {
        return mentor;
    }

    public void learnFrom(Author other) {
        mentor = other;
    }

    public Set<Author> pupils() {
        return pupils;
    }

    public List<Article> articles() {
        return articles;
    }

    public void present(Profile other) {
        profile = other;
    }

    public Profile profile() {
        return profile;
    }
}
