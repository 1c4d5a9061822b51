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
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has collections with orders and keys, one of entities of several classes. */
@Entity
public class Gallery {
    @Id
    private Long id;

    private String name;

    @ManyToMany
    @OrderColumn(name = "place")
    @JoinTable(
            name = "gallery_media",
            joinColumns = @JoinColumn(name = "gallery_id"),
            inverseJoinColumns = @JoinColumn(name = "media_id"))
    private List<Media> media = new ArrayList<>();

    @OneToMany(mappedBy = "gallery")
    @MapKey(name = "number")
    private Map<Integer, Room> rooms = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "gallery_title", joinColumns = @JoinColumn(name = "gallery_id"))
    @MapKeyColumn(name = "language")
    @Column(name = "title")
    private Map<String, String> titles = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "gallery_site", joinColumns = @JoinColumn(name = "gallery_id"))
    @OrderColumn(name = "place")
    private List<Address> sites = new ArrayList<>();

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public List<Media> media() {
        return media;
    }

    public Map<Integer, Room> rooms() {
        return rooms;
    }

    public Map<String, String> titles() {
        return titles;
    }

    public List<Address> sites() {
        return sites;
    }
}
