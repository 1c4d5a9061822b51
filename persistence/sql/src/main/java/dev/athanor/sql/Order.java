// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Ordering;
import java.util.ArrayList;
import java.util.List;

/** One part of an order. Immutable and thread-safe. */
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

    static List<Ordering> nodes(List<Ordering> before, Order... orders) {
        Ordering[] nodes = before.toArray(new Ordering[before.size() + orders.length]);
        for (int i = 0; i < orders.length; i++) {
            nodes[before.size() + i] = orders[i].node;
        }
        return List.of(nodes);
    }

    /** Orders in places where the names of what is selected are not known. */
    static List<Ordering> unlabelled(Order... orders) {
        List<Ordering> nodes = new ArrayList<>(orders.length);
        for (Order order : orders) {
            Ordering node = order.node;
            nodes.add(new Ordering(node.expression().unlabelled(), node.descending(), node.nulls()));
        }
        return nodes;
    }
}
