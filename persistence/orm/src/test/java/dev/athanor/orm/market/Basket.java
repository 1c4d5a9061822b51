// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Owns its items: they come and go with it. */
@Entity
public class Basket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String owner;

    @Version
    private long version;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "limit_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "limit_currency"))
    private Money limit;

    @OneToMany(mappedBy = "basket", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("product")
    private List<Item> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "basket_note", joinColumns = @JoinColumn(name = "basket_id"))
    @OrderColumn(name = "place")
    @Column(name = "note")
    private List<String> notes = new ArrayList<>();

    protected Basket() {}

    public Basket(String owner) {
        this.owner = owner;
    }

    /** Adds so many of a product, on both sides of the relation. */
    public Item put(Product product, int quantity) {
        Item item = new Item(this, product, quantity);
        items.add(item);
        return item;
    }

    public void remove(Product product) {
        items.removeIf(item -> item.product().equals(product));
    }

    public Long id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public void give(String newOwner) {
        owner = newOwner;
    }

    public long version() {
        return version;
    }

    public Money limit() {
        return limit;
    }

    public void limitTo(Money newLimit) {
        limit = newLimit;
    }

    public List<Item> items() {
        return items;
    }

    public List<String> notes() {
        return notes;
    }
}
