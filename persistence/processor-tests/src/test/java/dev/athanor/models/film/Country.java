// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "Country", schema = "FILM")
public class Country extends Stamped {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Country_Id")
    private Integer id;

    @Column(name = "country")
    private String name;

    @OneToMany(mappedBy = "country")
    private List<City> cities = new ArrayList<>();

    /** The table of the link has names of its own, in quotes. */
    @ManyToMany
    @JoinTable(
            schema = "film",
            name = "\"spokenIn\"",
            joinColumns = @JoinColumn(name = "\"countryId\""),
            inverseJoinColumns = @JoinColumn(name = "\"languageId\""))
    private Set<Language> languages = new HashSet<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    private Set<Country> neighbours = new HashSet<>();

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<City> getCities() {
        return cities;
    }

    public Set<Language> getLanguages() {
        return languages;
    }

    public Set<Country> getNeighbours() {
        return neighbours;
    }
}
