// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** Relates a basket and a product, which are its key, and has columns of its own. */
@Entity
@IdClass(ItemId.class)
public class Item {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Basket basket;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Product product;

    private int quantity;

    protected Item() {}

    Item(Basket basket, Product product, int quantity) {
        this.basket = basket;
        this.product = product;
        this.quantity = quantity;
    }

    public Basket basket() {
        return basket;
    }

    public Product product() {
        return product;
    }

    public int quantity() {
        return quantity;
    }

    public void count(int newQuantity) {
        quantity = newQuantity;
    }
}
