// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.DeliveryAddress;
import dev.athanor.app.commerce.Means;
import dev.athanor.app.commerce.NewOrder;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.OrderView;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.Paper;
import dev.athanor.app.commerce.Papers;
import dev.athanor.app.commerce.Placed;
import dev.athanor.app.commerce.ProductDetails;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Orders, line by line, and by many at once. */
class OrdersIT extends InContainer {
    private static final DeliveryAddress HOME = new DeliveryAddress("Ada", "Main Street 1", "10000", "Prague");

    @Inject
    private Catalogue catalogue;

    @Inject
    private Orders orders;

    @Inject
    private Papers papers;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    /** No other test's. */
    private final long customer = new Random().nextLong(1_000_000, Long.MAX_VALUE);

    private final String prefix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String kettle = prefix + "-KETTLE";
    private final String pan = prefix + "-PAN";

    private void stock() {
        add(kettle, "Kettle", "10.00", 5);
        add(pan, "Pan", "20.00", 2);
    }

    private void add(String sku, String name, String price, int quantity) {
        catalogue.add(new NewProduct(
                sku,
                name,
                "HOUSEHOLD",
                "NEW",
                new BigDecimal(price),
                BigDecimal.ONE,
                quantity,
                1,
                ProductDetails.NONE));
    }

    @Test
    void anOrderHasItsLinesAndTotal() {
        stock();

        Placed placed = orders.place(order(false, line(pan, 1), line(kettle, 2), line(kettle, 1)));

        assertThat(placed.refused()).isEmpty();
        OrderView order = placed.order();
        assertThat(order.lines())
                .extracting(OrderView.OrderLine::name, OrderView.OrderLine::quantity, one -> one.total()
                        .toPlainString())
                .containsExactly(tuple("Kettle", 3, "36.30"), tuple("Pan", 1, "24.20"));
        assertThat(order.total()).isEqualByComparingTo("60.50");
        assertThat(order.due()).isEqualByComparingTo("60.50");
        assertThat(orders.find(order.id())).contains(order);
        OrderView later = orders.place(order(false, line(kettle, 1))).order();
        assertThat(orders.of(customer)).containsExactly(later, order);
        assertThat(orders.of(customer + 1)).isEmpty();
        orders.cancel(later.id());
        assertThat(quantity(kettle)).isEqualTo(2);
        assertThat(quantity(pan)).isEqualTo(1);
    }

    @Test
    void aLineThatCannotBeFulfilledIsRefusedAndTheRestGoesOn() {
        stock();

        Placed placed = orders.place(order(false, line(kettle, 1), line(pan, 3), line("NONE", 1)));

        assertThat(placed.refused())
                .containsExactlyInAnyOrder(
                        new Placed.RefusedLine(pan, 3, "is not in stock"),
                        new Placed.RefusedLine("NONE", 1, "is not sold"));
        assertThat(placed.order().lines()).extracting(OrderView.OrderLine::sku).containsExactly(kettle);
        assertThat(quantity(kettle)).isEqualTo(4);
        assertThat(quantity(pan)).isEqualTo(2);
    }

    @Test
    void whatIsSoldNoLongerIsRefused() {
        stock();
        catalogue.withdraw(pan, catalogue.find(pan).orElseThrow().version());

        Placed placed = orders.place(order(false, line(kettle, 1), line(pan, 1)));

        assertThat(placed.refused()).containsExactly(new Placed.RefusedLine(pan, 1, "is not sold"));
        assertThat(quantity(pan)).isEqualTo(2);
    }

    @Test
    void whatIsWantedWhollyIsOrderedWhollyOrNotAtAll() {
        stock();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> orders.place(order(true, line(kettle, 1), line(pan, 3))))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("lines.1", pan + " is not in stock", Reason.OUT_OF_STOCK)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> orders.place(order(false, line(pan, 3))));

        assertThat(orders.of(customer)).isEmpty();
        assertThat(quantity(kettle)).isEqualTo(5);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        DeliveryAddress nowhere = new DeliveryAddress("", "Main Street 1", "1234567890123", "Prague");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> orders.place(new NewOrder(customer, nowhere, List.of(line(kettle, 0)), false)))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(
                                new Violation("address.recipient", "can't be blank"),
                                new Violation("address.postcode", "is too long (maximum is 12 characters)"),
                                new Violation("lines.0.quantity", "must be from 1 to 1000")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> orders.place(new NewOrder(customer, nowhere, List.of(), false)))
                .withMessage("address.recipient can't be blank;"
                        + " address.postcode is too long (maximum is 12 characters); lines can't be blank");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> papers.deliveryNote(-1, 0))
                .withMessage("parcels must be positive; order does not exist");
    }

    @Test
    void whatIsTakenBackIsInStockAgain() {
        stock();
        long id = orders.place(order(false, line(kettle, 3), line(pan, 2)))
                .order()
                .id();

        OrderView cancelled = orders.cancel(id);

        assertThat(cancelled.cancelledAt()).isNotNull();
        assertThat(cancelled.due()).isEqualByComparingTo("0");
        assertThat(quantity(kettle)).isEqualTo(5);
        assertThat(quantity(pan)).isEqualTo(2);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> orders.cancel(id))
                .withMessage("order was cancelled before");
        assertThat(quantity(kettle)).isEqualTo(5);
    }

    @Test
    void paymentsOfAllKindsAddUp() throws Exception {
        stock();
        long id = orders.place(order(false, line(kettle, 1))).order().id();

        orders.pay(id, new BigDecimal("2.10"), new Means.Card("1234"));
        OrderView paid = orders.pay(id, new BigDecimal("10.00"), new Means.Bank("DE02120300000000202051"));

        assertThat(paid.paid()).isEqualByComparingTo("12.10");
        assertThat(paid.due()).isEqualByComparingTo("0");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> orders.pay(id, new BigDecimal("0.01"), new Means.Card("1234")))
                .withMessage("amount is more than is due");
        assertThat(Rows.number(
                        beside,
                        "select count(*) from commerce.payment where order_id = ? and"
                                + " (kind = 'CARD' and last_digits = '1234' or kind = 'BANK' and iban is not null)",
                        id))
                .isEqualTo(2);
    }

    @Test
    void papersOfAllKindsComeAsWhatTheyAre() {
        stock();
        long id = orders.place(order(false, line(kettle, 1))).order().id();

        Paper.InvoicePaper invoice = papers.invoice(id, LocalDate.of(2026, 1, 31));
        Paper.DeliveryPaper note = papers.deliveryNote(id, 2);

        assertThat(papers.of(id)).containsExactly(invoice, note);
        assertThat(papers.of(customer, id)).containsExactly(invoice, note);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> papers.of(customer + 1, id))
                .withMessage("order not found");
        assertThat(invoice.number()).isNotEqualTo(note.number());
        assertThat(papers.overdueOn(LocalDate.of(2026, 1, 31))).doesNotContain(invoice);
        assertThat(papers.overdueOn(LocalDate.of(2026, 2, 1))).contains(invoice);
        orders.pay(id, invoice.amount(), new Means.Card("0000"));
        assertThat(papers.overdueOn(LocalDate.of(2026, 2, 1))).doesNotContain(invoice);
    }

    @Test
    void ofManyThatTakeTheSameBackAtOnceOneDoes() throws Exception {
        stock();
        long id = orders.place(order(false, line(kettle, 3))).order().id();

        List<Boolean> cancelled = Clients.atOnce(threads, 8, client -> () -> isDone(() -> orders.cancel(id)));

        assertThat(cancelled).containsOnlyOnce(true);
        assertThat(quantity(kettle)).isEqualTo(5);
    }

    @Test
    void ofManyThatPayAtOnceNoMoreIsPaidThanIsDue() throws Exception {
        stock();
        long id = orders.place(order(false, line(kettle, 1))).order().id();

        List<Boolean> paid = Clients.atOnce(
                threads, 8, client -> () -> isDone(() -> orders.pay(id, BigDecimal.TEN, new Means.Card("1234"))));

        assertThat(paid).containsOnlyOnce(true);
        assertThat(orders.find(id).orElseThrow().paid()).isEqualByComparingTo("10");
    }

    private static boolean isDone(Supplier<OrderView> change) {
        try {
            Clients.patiently(change);
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    @Test
    void whatIsTooMuchForAnInvoiceIsRefused() {
        add(kettle, "Kettle", "100000000.00", 1000);
        long id = orders.place(order(false, line(kettle, 1000))).order().id();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> papers.invoice(id, LocalDate.of(2026, 1, 31)))
                .withMessage("order is too much for one invoice");
    }

    /** Orders in the opposite order of lines, taken back and paid: nothing is sold twice, nothing is lost. */
    @Test
    void manyAtOnceSellWhatThereIsAndNoMore() throws Exception {
        add(kettle, "Kettle", "10.00", 60);
        add(pan, "Pan", "20.00", 30);

        List<Integer> ordered = Clients.atOnce(threads, 32, client -> () -> shop(client));

        assertThat(quantity(kettle)).isNotNegative();
        assertThat(quantity(pan)).isNotNegative();
        long left = (long) quantity(kettle) + quantity(pan);
        long sold = Rows.number(
                beside,
                "select coalesce(sum(i.quantity), 0) from commerce.order_item i join commerce.orders o on o.id = i.order_id"
                        + " where o.customer_id = ? and o.cancelled_at is null",
                customer);
        assertThat(left + sold).isEqualTo(90);
        assertThat(ordered.stream().mapToInt(Integer::intValue).sum()).isEqualTo(sold);
    }

    /** How many pieces a client got and kept. */
    private int shop(int client) {
        Random random = new Random(client);
        List<NewOrder.Line> lines = new ArrayList<>(List.of(line(kettle, 1 + random.nextInt(3)), line(pan, 1)));
        int kept = 0;
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(lines, random);
            try {
                OrderView order = Clients.patiently(() -> orders.place(new NewOrder(customer, HOME, lines, false)))
                        .order();
                if (random.nextBoolean()) {
                    Clients.patiently(() -> orders.cancel(order.id()));
                } else {
                    kept += order.lines().stream()
                            .mapToInt(OrderView.OrderLine::quantity)
                            .sum();
                }
            } catch (InvalidInput soldOut) {
                assertThat(soldOut).hasMessageContaining("is not in stock");
            }
        }
        return kept;
    }

    private NewOrder order(boolean wholly, NewOrder.Line... lines) {
        return new NewOrder(customer, HOME, List.of(lines), wholly);
    }

    private static NewOrder.Line line(String sku, int quantity) {
        return new NewOrder.Line(sku, quantity);
    }

    private int quantity(String sku) {
        return catalogue.find(sku).orElseThrow().quantity();
    }
}
