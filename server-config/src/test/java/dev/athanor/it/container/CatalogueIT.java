// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.ProductDetails;
import dev.athanor.app.commerce.ProductSearch;
import dev.athanor.app.commerce.ProductSummary;
import dev.athanor.app.commerce.ProductView;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is sold: a column of every type, searches, and changes by several at once. */
class CatalogueIT extends InContainer {
    private static final ProductDetails EVERYTHING = new ProductDetails(
            "Boils – quickly.\nÄÖ€😀",
            1.25,
            new ProductDetails.Extent(200, 150, 260),
            LocalDate.of(2026, 2, 28),
            new ProductDetails.Promise(
                    (short) 24,
                    LocalTime.of(16, 30),
                    LocalDateTime.of(2030, 12, 31, 23, 59, 59),
                    Duration.ofDays(3).plusHours(4)),
            List.of("kitchen", "steel"),
            List.of(1, 2, 5),
            Map.of("colour", "red", "plug", "EU"),
            new ProductDetails.Energy("B", 120));

    @Inject
    private Catalogue catalogue;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    /** No other test's. */
    private final String sku =
            "K-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(Locale.ROOT);

    @Test
    void aColumnOfEveryTypeComesBackAsItWasWritten() {
        ProductView added = catalogue.add(product(sku, "Kettle", "49.90", EVERYTHING));

        ProductView found = catalogue.find(sku).orElseThrow();
        assertThat(found).isEqualTo(added);
        assertThat(found.details()).isEqualTo(EVERYTHING);
        assertThat(found.kind()).isEqualTo("HOUSEHOLD");
        assertThat(found.quality()).isEqualTo("REFURBISHED");
        assertThat(found.grossPrice()).isEqualByComparingTo("60.38");
        assertThat(found.margin()).isEqualByComparingTo("39.90");
        assertThat(found.quantity()).isEqualTo(7);
    }

    @Test
    void whatIsNotKnownStaysSo() {
        catalogue.add(product(sku, "Kettle", "49.90", ProductDetails.NONE));

        assertThat(catalogue.find(sku).orElseThrow().details()).isEqualTo(ProductDetails.NONE);
        assertThat(catalogue.picture(sku)).isEmpty();
    }

    @Test
    void whoHasMadeAndChangedAProductIsSaid() throws SQLException {
        catalogue.add(product(sku, "Kettle", "49.90", ProductDetails.NONE));
        assertThat(catalogue.find(sku).orElseThrow().createdBy()).isNull(); // nobody is logged in here

        Rows.change(beside, "update commerce.product set created_by = 'ada', updated_by = 'bob' where sku = ?", sku);

        assertThat(catalogue.find(sku).orElseThrow().createdBy()).isEqualTo("ada");
        assertThat(catalogue.find(sku).orElseThrow().updatedBy()).isEqualTo("bob");
    }

    @Test
    void aPictureIsKeptApart() {
        catalogue.add(product(sku, "Kettle", "49.90", ProductDetails.NONE));

        catalogue.show(sku, new byte[] {0, 1, -1, 127, -128});

        assertThat(catalogue.picture(sku)).hasValue(new byte[] {0, 1, -1, 127, -128});
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.add(new NewProduct(
                        "k 1", " ", "PET", "", new BigDecimal("-1"), new BigDecimal("0.001"), -1, 0, EVERYTHING)))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(
                                new Violation("sku", "may have capital letters, digits and hyphens only"),
                                new Violation("name", "can't be blank"),
                                new Violation("quality", "can't be blank"),
                                new Violation("price", "must not be negative"),
                                new Violation("cost", "has too many digits"),
                                new Violation("quantity", "must not be negative"),
                                new Violation("kind", "is none that there is")));
        catalogue.add(product(sku, "Kettle", "1", EVERYTHING));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.add(product(sku, "Kettle", "1", EVERYTHING)))
                .withMessage("sku is another product's");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.reprice("NONE", 1, new BigDecimal("-0.001")))
                .withMessage("sku does not exist; price must not be negative; price has too many digits");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.restock("NONE", 0))
                .withMessage("sku does not exist; quantity must be positive");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.restock(sku, Integer.MAX_VALUE))
                .withMessage("quantity is more than can be counted");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.add(new NewProduct(
                        sku + "X",
                        "Kettle",
                        "TOOL",
                        "NEW",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        1_000_001,
                        Integer.MAX_VALUE,
                        ProductDetails.NONE)))
                .withMessage("quantity must not be more than 1000000; reorderAt must not be more than 1000000");
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void whatIsMissingIsSaid() {
        NewProduct nothing = new NewProduct(null, null, null, null, null, null, 0, 0, null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.add(nothing))
                .withMessage("sku can't be blank; name can't be blank; kind can't be blank; quality can't be blank;"
                        + " price must be given; cost must be given; details must be given");
    }

    @Test
    void whatIsLookedForIsFound() {
        String word = "100%_" + sku;
        catalogue.add(product(sku, "Kettle " + word, "10", EVERYTHING));
        catalogue.add(product(sku + "X", "A kettle " + word, "20", EVERYTHING));
        catalogue.add(new NewProduct(
                sku + "Y", "Lid " + word, "TOOL", "NEW", BigDecimal.ONE, BigDecimal.ONE, 0, 0, ProductDetails.NONE));

        String named = word.toLowerCase(Locale.ROOT);
        assertThat(found(new ProductSearch(named, null, Set.of(), null, false)))
                .containsExactly(sku + "X", sku, sku + "Y");
        assertThat(found(new ProductSearch(named, "TOOL", Set.of(), null, false)))
                .containsExactly(sku + "Y");
        assertThat(found(new ProductSearch(named, null, Set.of("steel", "kitchen"), null, false)))
                .containsExactly(sku + "X", sku);
        assertThat(found(new ProductSearch(named, null, Set.of("wood"), null, false)))
                .isEmpty();
        assertThat(found(new ProductSearch(named, null, Set.of(), new BigDecimal("12.10"), false)))
                .containsExactly(sku, sku + "Y");
        assertThat(found(new ProductSearch(named, null, Set.of(), null, true))).containsExactly(sku + "X", sku);
        assertThat(found(new ProductSearch(named.replace('0', '_'), null, Set.of(), null, false)))
                .isEmpty();
        assertThat(catalogue.search(new ProductSearch(named, null, Set.of(), null, false), 2, 2))
                .extracting(ProductSummary::sku)
                .containsExactly(sku + "Y");
        catalogue.withdraw(sku, catalogue.find(sku).orElseThrow().version());
        catalogue.add(product(
                sku + "Z",
                "Soon " + word,
                "10",
                availableFrom(LocalDate.now(ZoneOffset.UTC).plusDays(2))));
        assertThat(found(new ProductSearch(named, null, Set.of(), null, false))).containsExactly(sku + "X", sku + "Y");
    }

    private static ProductDetails availableFrom(LocalDate day) {
        return new ProductDetails(null, null, null, day, null, List.of(), List.of(), Map.of(), null);
    }

    private List<String> found(ProductSearch wanted) {
        return catalogue.search(wanted, 1, 20).stream().map(ProductSummary::sku).toList();
    }

    @Test
    void nobodyOverwritesWhatAnotherHasChanged() {
        ProductView added = catalogue.add(product(sku, "Kettle", "10", EVERYTHING));

        ProductView repriced = catalogue.reprice(sku, added.version(), new BigDecimal("11"));

        assertThat(repriced.version()).isGreaterThan(added.version());
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> catalogue.reprice(sku, added.version(), new BigDecimal("12")));
        assertThat(catalogue.find(sku).orElseThrow().price()).isEqualByComparingTo("11");
    }

    @Test
    void ofManyThatRepriceAtOnceOneDoes() throws Exception {
        int version = catalogue.add(product(sku, "Kettle", "10", EVERYTHING)).version();

        List<Boolean> repriced = Clients.atOnce(threads, 8, client -> () -> {
            try {
                Clients.patiently(() -> catalogue.reprice(sku, version, BigDecimal.valueOf(20 + client)));
                return true;
            } catch (ChangedMeanwhile e) {
                return false;
            }
        });

        assertThat(repriced).containsOnlyOnce(true);
    }

    @Test
    void whatIsHadMoreOfIsInStock() throws Exception {
        catalogue.add(product(sku, "Kettle", "10", EVERYTHING));

        Clients.atOnce(threads, 8, client -> () -> Clients.patiently(() -> catalogue.restock(sku, 10)));

        assertThat(catalogue.find(sku).orElseThrow().quantity()).isEqualTo(87);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> catalogue.restock("NONE", 1))
                .withMessage("sku does not exist");
    }

    private static NewProduct product(String sku, String name, String price, ProductDetails details) {
        return new NewProduct(
                sku, name, "HOUSEHOLD", "REFURBISHED", new BigDecimal(price), BigDecimal.TEN, 7, 2, details);
    }
}
