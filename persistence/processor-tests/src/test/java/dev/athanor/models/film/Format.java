// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has names in quotes, which others refer to by default. */
@Entity
@Table(name = "\"Format\"", schema = "film")
public class Format {
    @Id
    @Column(name = "\"formatCode\"", length = 10)
    private String code;

    @ManyToOne
    private Format successor;

    @ManyToMany
    private Set<Format> playable = new HashSet<>();

    @ManyToMany
    private Set<Language> menus = new HashSet<>();

    @ElementCollection
    private Set<String> regions = new HashSet<>();

    @OneToMany
    private List<Inventory> copies = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Format getSuccessor() {
        return successor;
    }

    public void setSuccessor(Format successor) {
        this.successor = successor;
    }

    public Set<Format> getPlayable() {
        return playable;
    }

    public Set<Language> getMenus() {
        return menus;
    }

    public Set<String> getRegions() {
        return regions;
    }

    public List<Inventory> getCopies() {
        return copies;
    }
}
