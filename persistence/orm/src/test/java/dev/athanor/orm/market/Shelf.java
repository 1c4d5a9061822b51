// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A tree whose branches have an order. */
@Entity
public class Shelf {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String label;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shelf parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn(name = "place")
    private List<Shelf> boards = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "shelf_product",
            joinColumns = @JoinColumn(name = "shelf_id"),
            inverseJoinColumns = @JoinColumn(name = "product_id"))
    private Set<Product> products = new HashSet<>();

    protected Shelf() {}

    public Shelf(String label) {
        this.label = label;
    }

    /** Adds one below, at a place, on both sides of the relation. */
    public Shelf board(int place, Shelf board) {
        board.parent = this;
        boards.add(place, board);
        return board;
    }

    /** Sets a product on it, on both sides of the relation. */
    public void hold(Product product) {
        products.add(product);
        product.shelves().add(this);
    }

    public void clear(Product product) {
        products.remove(product);
        product.shelves().remove(this);
    }

    public UUID id() {
        return id;
    }

    public String label() {
        return label;
    }

    public void relabel(String newLabel) {
        label = newLabel;
    }

    public Shelf parent() {
        return parent;
    }

    public List<Shelf> boards() {
        return boards;
    }

    public Set<Product> products() {
        return products;
    }
}
