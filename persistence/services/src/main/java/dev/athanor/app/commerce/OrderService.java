// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.commerce.Address;
import dev.athanor.domain.commerce.BankPayment;
import dev.athanor.domain.commerce.CardPayment;
import dev.athanor.domain.commerce.Order;
import dev.athanor.domain.commerce.Payment;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.orm.ReadOption;
import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link Orders} by a session. Stock is taken by an update that only finds the row while there is enough, so it needs
 * no more than the level that it says; it is taken in the order of SKUs, so that orders wait for each other and not in
 * a circle. An order that is taken back gives all of it back by one statement, in no order: it may meet an order that
 * is being placed, and whichever the database ends is done again.
 */
@ApplicationScoped
@Transactional
class OrderService implements Orders {
    private static final int MOST = 1_000;
    private static final String NOT_SOLD = "is not sold";

    private final QOrder o = QOrder.as("o");
    private final QOrderItem i = QOrderItem.as("i");
    private final QStock s = QStock.as("s");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Inject
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // made before anybody can call
    private Products products;

    @PostConstruct
    void open() {
        products = new Products(session);
    }

    @Override
    @Retry
    @Isolation(IsolationLevel.READ_COMMITTED)
    public Placed place(NewOrder wanted) {
        check(wanted);
        Order order = new Order(wanted.customer(), address(wanted.address()));
        session.add(order);
        List<Placed.RefusedLine> refused = new ArrayList<>();
        // region lines
        quantities(wanted).forEach((sku, quantity) -> {
            try {
                session.nested(line -> add(order, sku, quantity));
            } catch (LineRefused e) {
                refused.add(new Placed.RefusedLine(sku, quantity, e.getMessage()));
            }
        });
        // endregion
        if (order.items().isEmpty() || (wanted.wholly() && !refused.isEmpty())) {
            throw new InvalidInput(refused.stream()
                    .map(line ->
                            new Violation(field(wanted, line.sku()), line.sku() + " " + line.reason(), reason(line)))
                    .toList());
        }
        session.flush(); // so that it has its key
        outbox.record("order-" + order.id(), new OrderPlaced(order.id()));
        return new Placed(session.one(OrderViews.of(order.id())), refused);
    }

    private void check(NewOrder wanted) {
        Violations violations = new Violations(violations(wanted.address())).and(rules.violations(wanted));
        List<NewOrder.Line> lines = Objects.requireNonNullElse(wanted.lines(), List.of()); // the rules say so
        for (int n = 0; n < lines.size(); n++) {
            check(lines.get(n), "lines." + n, violations);
        }
        violations.refuse();
    }

    /** Not of one that is missing, which the rules of the order tell. */
    private List<Violation> violations(@Nullable DeliveryAddress address) {
        return Stream.ofNullable(address)
                .flatMap(given -> rules.violations(given).stream())
                .map(wrong -> new Violation("address." + wrong.field(), wrong.message()))
                .toList();
    }

    private static void check(NewOrder.Line line, String field, Violations violations) {
        violations
                .when(line.sku() == null || line.sku().isBlank(), field + ".sku", Texts.BLANK)
                .when(line.quantity() <= 0 || line.quantity() > MOST, field + ".quantity", "must be from 1 to " + MOST);
    }

    /** The first line that is about a product. */
    private static String field(NewOrder wanted, String sku) {
        List<String> skus = wanted.lines().stream().map(NewOrder.Line::sku).toList();
        return "lines." + skus.indexOf(sku);
    }

    private static Reason reason(Placed.RefusedLine line) {
        return line.reason().equals(NOT_SOLD) ? Reason.NOT_SOLD : Reason.OUT_OF_STOCK;
    }

    private static Address address(DeliveryAddress address) {
        return new Address(address.recipient(), address.street(), address.postcode(), address.city());
    }

    /** In the order of SKUs. */
    private static SortedMap<String, Integer> quantities(NewOrder wanted) {
        SortedMap<String, Integer> quantities = new TreeMap<>();
        wanted.lines().forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities;
    }

    /** A line: what it has done when it turns out that it cannot be is undone with its block. */
    // region line
    private void add(Order order, String sku, int quantity) {
        Product product = products.bySku(sku).filter(Product::listed).orElseThrow(() -> new LineRefused(NOT_SOLD));
        order.add(product, quantity);
        take(product, quantity);
    }

    private void take(Product product, int quantity) {
        boolean taken = session.execute(update(s)
                        .set(s.quantity, s.quantity.minus(quantity))
                        .set(s.sold, s.sold.plus((long) quantity))
                        .where(s.product.id.eq(product.id()), s.quantity.ge(quantity)))
                == 1;
        if (!taken) {
            throw new LineRefused("is not in stock");
        }
    }
    // endregion

    @Override
    public Optional<OrderView> find(long id) {
        return session.oneOrNone(OrderViews.of(id));
    }

    @Override
    public List<OrderView> of(long customer) {
        return session.list(OrderViews.ofCustomer(customer));
    }

    @Override
    @Retry
    @Isolation(IsolationLevel.READ_COMMITTED)
    public OrderView cancel(long id) {
        Order order = locked(id);
        new Violations()
                .when(order.isCancelled(), "order", "was cancelled before", Reason.ORDER_CANCELLED)
                .refuse();
        order.cancel(Instant.now());
        session.execute(update(s)
                .set(s.quantity, s.quantity.plus(i.quantity))
                .set(s.sold, s.sold.minus(i.quantity))
                .from(i)
                .where(i.product.id.eq(s.product.id), i.order.id.eq(id)));
        return session.one(OrderViews.of(id));
    }

    @Override
    @Retry
    @Isolation(IsolationLevel.READ_COMMITTED)
    public OrderView cancel(long customer, long id) {
        checkOwner(customer, id);
        return cancel(id);
    }

    private void checkOwner(long customer, long id) {
        if (!session.exists(select(o).where(o.id.eq(id), o.customerId.eq(customer)))) {
            throw new NotFound("order");
        }
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public OrderView pay(long customer, long id, BigDecimal amount, Means means) {
        checkOwner(customer, id);
        return pay(id, amount, means);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public OrderView pay(long id, BigDecimal amount, Means means) {
        Order order = locked(id);
        new Violations(violations(means))
                .when(amount.signum() <= 0, "amount", "must be positive")
                .when(!NewProduct.isPrice(amount), "amount", NewProduct.DIGITS)
                .refuse();
        new Violations()
                .when(amount.compareTo(order.due()) > 0, "amount", "is more than is due", Reason.MORE_THAN_DUE)
                .refuse();
        order.pay(payment(amount, means));
        return session.one(OrderViews.of(id));
    }

    /** Of what is within a card, or a bank's account. */
    private List<Violation> violations(Means means) {
        String field = means instanceof Means.Card ? "card." : "bank.";
        return rules.violations((Record) means).stream()
                .map(wrong -> new Violation(field + wrong.field(), wrong.message()))
                .toList();
    }

    /** So that of several who pay or cancel each sees what the one before has done. */
    private Order locked(long id) {
        return session.oneOrNone(
                        select(o).where(o.id.eq(id)).lock(forNoKeyUpdate()).options(ReadOption.POPULATE_EXISTING))
                .orElseThrow(() -> new InvalidInput("order", Texts.UNKNOWN));
    }

    private static Payment payment(BigDecimal amount, Means means) {
        if (means instanceof Means.Card card) {
            return new CardPayment(amount, card.lastDigits());
        }
        if (means instanceof Means.Bank bank) {
            return new BankPayment(amount, bank.iban());
        }
        throw new IllegalArgumentException("means of an unknown kind: " + means.getClass());
    }

    /** Undoes a line alone. */
    private static final class LineRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LineRefused(String reason) {
            super(reason, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
