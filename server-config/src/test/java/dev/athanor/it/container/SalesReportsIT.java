// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.DeliveryAddress;
import dev.athanor.app.commerce.NewOrder;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.ProductDetails;
import dev.athanor.app.commerce.SalesReports;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Reports about orders that are dated long ago, where no other test has any. */
class SalesReportsIT extends InContainer {
    private static final DeliveryAddress HOME = new DeliveryAddress("Ada", "Main Street 1", "10000", "Prague");

    @Inject
    private Catalogue catalogue;

    @Inject
    private Orders orders;

    @Inject
    private SalesReports reports;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    private final String prefix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final int year = new Random().nextInt(1000, 1900);

    @Test
    void monthsAndKindsHaveTheirSums() throws SQLException {
        sold("TOOL", "10", LocalDate.of(year, 1, 1), 1);
        sold("TOOL", "10", LocalDate.of(year, 1, 31), 2);
        sold("MEDIA", "20", LocalDate.of(year, 1, 15), 1);
        sold("MEDIA", "20", LocalDate.of(year, 2, 1), 1);
        orders.cancel(sold("MEDIA", "20", LocalDate.of(year, 2, 2), 5));

        assertThat(reports.byMonthAndKind(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .extracting(
                        SalesReports.KindSales::month,
                        SalesReports.KindSales::kind,
                        SalesReports.KindSales::pieces,
                        line -> line.revenue().toPlainString())
                .containsExactly(
                        tuple(LocalDate.of(year, 1, 1), "MEDIA", 1L, "24.20"),
                        tuple(LocalDate.of(year, 1, 1), "TOOL", 3L, "36.30"),
                        tuple(LocalDate.of(year, 1, 1), null, 4L, "60.50"),
                        tuple(LocalDate.of(year, 2, 1), "MEDIA", 1L, "24.20"),
                        tuple(LocalDate.of(year, 2, 1), null, 1L, "24.20"),
                        tuple(null, null, 5L, "84.70"));
    }

    @Test
    void daysHaveWhatTheyAndThoseBeforeThemBrought() throws SQLException {
        sold("TOOL", "10", LocalDate.of(year, 3, 1), 1);
        sold("TOOL", "10", LocalDate.of(year, 3, 7), 1);
        sold("TOOL", "10", LocalDate.of(year, 3, 8), 1);
        orders.cancel(sold("TOOL", "10", LocalDate.of(year, 3, 8), 4));
        sold("TOOL", "10", LocalDate.of(year, 4, 1), 1);

        assertThat(reports.byDay(LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 31)))
                .extracting(
                        day -> day.day().getDayOfMonth(),
                        day -> day.revenue().toPlainString(),
                        day -> day.running().toPlainString(),
                        day -> day.weekly().toPlainString())
                .containsExactly(
                        tuple(1, "12.10", "12.10", "12.10"),
                        tuple(7, "12.10", "24.20", "24.20"),
                        tuple(8, "12.10", "36.30", "24.20"));
    }

    /** Dearer than anything else that tests sell. */
    @Test
    void theBestOfEachKindComeFirst() throws SQLException {
        sold("GARMENT", "900000", LocalDate.of(year, 4, 1), 1);
        sold("GARMENT", "800000", LocalDate.of(year, 4, 1), 2);
        sold("GARMENT", "1", LocalDate.of(year, 4, 1), 1);
        orders.cancel(sold("GARMENT", "990000", LocalDate.of(year, 4, 1), 9));

        List<SalesReports.BestSeller> best = reports.bestSellers(2);

        assertThat(best)
                .filteredOn(one -> one.kind().equals("GARMENT"))
                .extracting(
                        SalesReports.BestSeller::place, SalesReports.BestSeller::name, SalesReports.BestSeller::pieces)
                .containsExactly(tuple(1L, prefix + "800000", 2L), tuple(2L, prefix + "900000", 1L));
    }

    private long sold(String kind, String price, LocalDate day, int quantity) throws SQLException {
        String sku = UUID.randomUUID().toString().substring(0, 20).toUpperCase(Locale.ROOT);
        catalogue.add(new NewProduct(
                sku,
                prefix + price,
                kind,
                "NEW",
                new BigDecimal(price),
                BigDecimal.ONE,
                quantity,
                0,
                ProductDetails.NONE));
        long id = orders.place(new NewOrder(1, HOME, List.of(new NewOrder.Line(sku, quantity)), true))
                .order()
                .id();
        Rows.change(
                beside,
                "update commerce.orders set placed_at = ? at time zone 'UTC' where id = ?",
                day.atTime(23, 59),
                id);
        return id;
    }
}
