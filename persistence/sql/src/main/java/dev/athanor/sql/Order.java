// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Ordering;

/** One part of an order. */
public final class Order {
    private final Ordering node;

    private Order(Ordering node) {
        this.node = node;
    }

    static Order of(Expr<?> expression, boolean descending) {
        return new Order(new Ordering(expression.node(), descending, Ordering.Nulls.DEFAULT));
    }

    /** With nulls before all values. */
    public Order nullsFirst() {
        return new Order(new Ordering(node.expression(), node.descending(), Ordering.Nulls.FIRST));
    }

    /** With nulls after all values. */
    public Order nullsLast() {
        return new Order(new Ordering(node.expression(), node.descending(), Ordering.Nulls.LAST));
    }

    /** The part of the tree that this is a face of. */
    public Ordering node() {
        return node;
    }
}
