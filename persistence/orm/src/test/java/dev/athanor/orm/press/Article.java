// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has relations of all kinds. */
@Entity
public class Article {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_numbers")
    @SequenceGenerator(name = "article_numbers", sequenceName = "article_numbers", allocationSize = 10)
    private Long id;

    private String title;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author author;

    @OneToMany(mappedBy = "article")
    @OrderBy("id")
    private List<Comment> comments = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "article_tag",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_name"))
    private Set<Tag> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "article_keyword", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "keyword")
    private Set<String> keywords = new HashSet<>();

    protected Article() {}

    public Article(Author author, String title) {
        this.author = author;
        this.title = title;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public void retitle(String newTitle) {
        title = newTitle;
    }

    public Status status() {
        return status;
    }

    public void publish() {
        status = Status.PUBLISHED;
    }

    public int version() {
        return version;
    }

    public Author author() {
        return author;
    }

    public void writtenBy(Author other) {
        author = other;
    }

    public List<Comment> comments() {
        return comments;
    }

    public Set<Tag> tags() {
        return tags;
    }

    public Set<String> keywords() {
        return keywords;
    }
}
