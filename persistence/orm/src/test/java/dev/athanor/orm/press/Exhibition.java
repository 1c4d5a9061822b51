// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyJoinColumn;
import java.util.HashMap;
import java.util.Map;

/** Has maps whose keys are entities. */
@Entity
public class Exhibition {
    @Id
    private Long id;

    private String name;

    @ManyToMany
    @JoinTable(
            name = "exhibition_piece",
            joinColumns = @JoinColumn(name = "exhibition_id"),
            inverseJoinColumns = @JoinColumn(name = "media_id"))
    @MapKeyJoinColumn(name = "author_id")
    private Map<Author, Media> pieces = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "exhibition_speech", joinColumns = @JoinColumn(name = "exhibition_id"))
    @MapKeyJoinColumn(name = "author_id")
    @Column(name = "speech")
    private Map<Author, String> speeches = new HashMap<>();

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public Map<Author, Media> pieces() {
        return pieces;
    }

    public Map<Author, String> speeches() {
        return speeches;
    }
}
