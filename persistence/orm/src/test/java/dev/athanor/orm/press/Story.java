// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Can be serialized, and has the methods by which JSON is made of it. */
@Entity
public class Story implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    private Long id;

    private String title;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "before_id")
    private Story before;

    @OneToMany(mappedBy = "before")
    private List<Story> after = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "story_word", joinColumns = @JoinColumn(name = "story_id"))
    @Column(name = "word")
    private Set<String> words = new HashSet<>();

    protected Story() {}

    public Story(long id, String title) {
        this.id = id;
        this.title = title;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String newTitle) {
        title = newTitle;
    }

    public Story getBefore() {
        return before;
    }

    public List<Story> getAfter() {
        return after;
    }

    public Set<String> getWords() {
        return words;
    }
}
