// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.DeliveryAddress;
import dev.athanor.app.commerce.NewOrder;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.ProductDetails;
import dev.athanor.app.commerce.Warehouse;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What follows an order, by the outbox. */
class WarehouseIT extends InContainer {
    private static final DeliveryAddress HOME = new DeliveryAddress("Ada", "Main Street 1", "10000", "Prague");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    private Catalogue catalogue;

    @Inject
    private Orders orders;

    @Inject
    private Warehouse warehouse;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    private final String sku = UUID.randomUUID().toString().substring(0, 20).toUpperCase(Locale.ROOT);

    @Test
    void anOrderThatLeavesTooLittleHasMoreComeOnce() throws Exception {
        catalogue.add(new NewProduct(
                sku, "Kettle", "TOOL", "NEW", BigDecimal.TEN, BigDecimal.ONE, 20, 5, ProductDetails.NONE));

        order(10);
        awaitDelivery();
        assertThat(onItsWay()).isEmpty();

        Clients.atOnce(threads, 8, client -> () -> order(1));
        awaitDelivery();
        assertThat(onItsWay()).hasSize(1);
        Warehouse.Supply supply = onItsWay().get(0);
        assertThat(supply.quantity()).isBetween(6, 9);

        assertThat(warehouse.arrive(supply.id())).isEqualTo(2 + supply.quantity());
        assertThat(onItsWay()).isEmpty();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> warehouse.arrive(supply.id()))
                .withMessage("supply is not on its way");
    }

    @Test
    void anOrderThatIsRefusedHasNothingCome() throws Exception {
        catalogue.add(new NewProduct(
                sku, "Kettle", "TOOL", "NEW", BigDecimal.TEN, BigDecimal.ONE, 3, 5, ProductDetails.NONE));

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> order(4));

        awaitDelivery();
        assertThat(onItsWay()).isEmpty();
    }

    private long order(int quantity) {
        return orders.place(new NewOrder(1, HOME, List.of(new NewOrder.Line(sku, quantity)), true))
                .order()
                .id();
    }

    private List<Warehouse.Supply> onItsWay() {
        return warehouse.onItsWay().stream()
                .filter(supply -> supply.sku().equals(sku))
                .toList();
    }

    /** Until no event is left. */
    private void awaitDelivery() throws SQLException {
        Instant deadline = Instant.now().plus(SOON);
        while (Rows.number(beside, "select count(*) from outbox.event where state = 'PENDING'") > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
