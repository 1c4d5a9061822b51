// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Stands on shelves. */
@Entity
public class Product {
    @Id
    private UUID id;

    private String name;

    @ManyToMany(mappedBy = "products")
    private Set<Shelf> shelves = new HashSet<>();

    protected Product() {}

    public Product(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Set<Shelf> shelves() {
        return shelves;
    }
}
