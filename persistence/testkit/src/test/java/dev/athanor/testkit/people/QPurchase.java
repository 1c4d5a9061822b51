// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import java.math.BigDecimal;
import java.util.Map;

public final class QPurchase extends EntityTable<Purchase> {
    public final NumberColumn<Long> id;
    public final QRightPerson.Reference<Purchase> buyer;
    public final NumberColumn<BigDecimal> price;
    public final NumberColumn<Integer> quantity;

    private QPurchase(String alias) {
        super(Purchase.class, Kept.in("purchase"), alias, Map.of());
        Columns columns = made();
        id = columns.asKey().number("id", "id", SqlTypes.BIGINT);
        buyer = new QRightPerson.Reference<>(entityType(), "buyer", columns, Map.of("id", "buyer_id"));
        price = columns.number("price", "price", SqlTypes.NUMERIC);
        quantity = columns.number("quantity", "quantity", SqlTypes.INTEGER);
    }

    public static QPurchase as(String alias) {
        return new QPurchase(alias);
    }

    public static QPurchase table() {
        return new QPurchase("purchase");
    }
}
