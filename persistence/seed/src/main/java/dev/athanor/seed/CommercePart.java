// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.commerce.QDeliveryNote;
import dev.athanor.domain.commerce.QInvoice;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders of products, with what was paid for them, their papers, and what is left in stock. */
final class CommercePart implements Part {
    private static final int DAYS = 400;
    private static final int BLOCK = 20;
    private static final int MOST_LINES = 4;
    private static final int DAYS_TO_PAY = 14;

    private record Ordered(
            long id,
            long customer,
            String recipient,
            String street,
            String city,
            Instant placed,
            @Nullable Instant cancelled) {}

    private record Line(long order, long product, int quantity) {}

    private record Paid(long order, BigDecimal amount, Instant when, int digits) {
        boolean byCard() {
            return order % 3 != 0;
        }
    }

    /** Of all kinds of payments. */
    private static final class Payments extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final NumberColumn<Long> order = bigint("order_id");
        final NumberColumn<BigDecimal> amount = numeric("amount");
        final TemporalColumn<Instant> paidAt = instant("paid_at");
        final TextColumn kind = text("kind");
        final TextColumn lastDigits = text("last_digits");
        final TextColumn iban = text("iban");

        Payments() {
            super("commerce", "payment", "payment");
        }
    }

    private record Left(UUID product, int quantity, long sold) {}

    private static final QOrder O = QOrder.table();
    private static final QOrderItem I = QOrderItem.table();
    private static final Payments PAY = new Payments();
    private static final QInvoice IN = QInvoice.table();
    private static final QDeliveryNote D = QDeliveryNote.table();
    private static final QStock S = QStock.table();

    private static final RowMapping<Ordered> ORDERS = RowMapping.of(Ordered.class, O)
            .set(O.id, Ordered::id)
            .set(O.customerId, Ordered::customer)
            .set(O.address.recipient, Ordered::recipient)
            .set(O.address.street, Ordered::street)
            .set(O.address.postcode, order -> String.valueOf(10_000 + order.id() % 90_000))
            .set(O.address.city, Ordered::city)
            .set(O.placedAt, Ordered::placed)
            .set(O.cancelledAt, Ordered::cancelled)
            .set(O.version, order -> 1);

    private static final RowMapping<Paid> PAYMENTS = RowMapping.of(Paid.class, PAY)
            .set(PAY.id, Paid::order)
            .set(PAY.order, Paid::order)
            .set(PAY.amount, Paid::amount)
            .set(PAY.paidAt, Paid::when)
            .set(PAY.kind, paid -> paid.byCard() ? "CARD" : "BANK")
            .set(PAY.lastDigits, paid -> paid.byCard() ? String.valueOf(paid.digits()) : null)
            .set(PAY.iban, paid -> paid.byCard() ? null : "CZ650800000019200014" + paid.digits());

    private static final RowMapping<Left> STOCK = RowMapping.of(Left.class, S)
            .set(S.product.id, Left::product)
            .set(S.quantity, Left::quantity)
            .set(S.reorderAt, left -> 5)
            .set(S.sold, Left::sold);

    @Override
    public String name() {
        return "commerce";
    }

    @Override
    public void write(Writing writing) {
        int orders = writing.sizes().orders();
        int products = writing.sizes().products();
        writing.rows(Products.ROWS, products, number -> Products.product(writing, number));
        writing.rows(ORDERS, orders, id -> order(writing, id));
        writing.several(items(writing), orders, id -> lines(writing, id));
        writing.several(PAYMENTS, orders, id -> paid(writing, id));
        writing.several(invoices(writing), orders, id -> valid(writing, id));
        writing.several(notes(writing), orders, id -> valid(writing, id).filter(order -> order.id() % 5 != 0));
        long[] sold = sold(writing);
        writing.rows(STOCK, products, number -> left(writing, number, sold[(int) number]));
        writing.keysAfter("commerce.payment", orders);
        writing.blocksAfter("commerce.order_numbers", BLOCK, orders);
        writing.blocksAfter("commerce.document_numbers", BLOCK, 2L * orders);
    }

    private static Ordered order(Writing writing, long id) {
        Draw draw = writing.draw("order", id);
        Instant placed = draw.before(writing.until(), DAYS);
        Instant cancelled = draw.in100(5) ? draw.within(placed, writing.until()) : null;
        return new Ordered(
                id,
                draw.popular(writing.sizes().users()),
                Words.name(draw),
                draw.of(Words.STREETS) + " " + draw.between(1, 120),
                draw.of(Words.CITIES),
                placed,
                cancelled);
    }

    /** The order, unless it was taken back. */
    private static Stream<Ordered> valid(Writing writing, long id) {
        return Stream.of(order(writing, id)).filter(order -> order.cancelled() == null);
    }

    /** Of products that are next to each other, so that each is another. */
    private static Stream<Line> lines(Writing writing, long order) {
        Draw draw = writing.draw("lines", order);
        int products = writing.sizes().products();
        long first = draw.popular(products);
        int count = draw.between(1, MOST_LINES);
        return LongStream.range(0, count)
                .mapToObj(next -> new Line(order, (first + next - 1) % products + 1, draw.between(1, 3)));
    }

    private static RowMapping<Line> items(Writing writing) {
        return RowMapping.of(Line.class, I)
                .set(I.order.id, Line::order)
                .set(I.product.id, line -> Products.id(writing, line.product()))
                .set(I.name, line -> Products.name(writing, line.product()))
                .set(I.unitPrice, line -> Products.grossPrice(writing, line.product()))
                .set(I.quantity, Line::quantity);
    }

    private static BigDecimal total(Writing writing, long order) {
        return lines(writing, order)
                .map(line -> Products.grossPrice(writing, line.product()).multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Most is paid. */
    private static Stream<Paid> paid(Writing writing, long id) {
        return valid(writing, id).flatMap(order -> {
            Draw draw = writing.draw("payment", id);
            return draw.in100(85)
                    ? Stream.of(new Paid(
                            id,
                            total(writing, id),
                            draw.within(order.placed(), writing.until()),
                            draw.between(1000, 9999)))
                    : Stream.empty();
        });
    }

    private static RowMapping<Ordered> invoices(Writing writing) {
        return RowMapping.of(Ordered.class, IN)
                .set(IN.id, order -> 2 * order.id() - 1)
                .set(IN.order.id, Ordered::id)
                .set(IN.issuedAt, Ordered::placed)
                .set(IN.amount, order -> total(writing, order.id()))
                .set(IN.dueOn, order -> LocalDate.ofInstant(order.placed(), ZoneOffset.UTC)
                        .plusDays(DAYS_TO_PAY));
    }

    private static RowMapping<Ordered> notes(Writing writing) {
        return RowMapping.of(Ordered.class, D)
                .set(D.id, order -> 2 * order.id())
                .set(D.order.id, Ordered::id)
                .set(D.issuedAt, order -> writing.draw("parcel", order.id()).within(order.placed(), writing.until()))
                .set(D.parcels, order -> writing.draw("parcels", order.id()).between(1, 3));
    }

    /** Of each product, by its number: what was taken back is not sold. */
    private static long[] sold(Writing writing) {
        long[] sold = new long[writing.sizes().products() + 1];
        LongStream.rangeClosed(1, writing.sizes().orders())
                .boxed()
                .flatMap(id -> valid(writing, id))
                .flatMap(order -> lines(writing, order.id()))
                .forEach(line -> sold[(int) line.product()] += line.quantity());
        return sold;
    }

    private static Left left(Writing writing, long number, long sold) {
        return new Left(
                Products.id(writing, number), writing.draw("stock", number).below(80), sold);
    }
}
