// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.ModelTest;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;

public class ShopModelTest extends ModelTest {
    private static final OffsetDateTime NOON = OffsetDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    public ShopModelTest() {
        super("shop");
    }

    /** For the abstract class of the shipments, a table that has their foreign keys only. */
    @Override
    protected Set<String> unused() {
        return Set.of("shipment.order_id");
    }

    @Override
    protected void persist(EntityManager entities) {
        Customer referrer = customer("grace@example.org");
        entities.persist(referrer);
        Customer customer = customer("ada@example.org");
        customer.setReferrer(referrer);
        customer.getPhoneNumbers().add("+44 1");
        customer.getPreferences().put("language", "en");
        customer.getChannels().add(Channel.POST);
        entities.persist(customer);

        Category root = new Category();
        root.setName("Everything");
        Category lamps = new Category();
        lamps.setName("Lamps");
        lamps.setParent(root);
        root.getChildren().add(lamps);
        entities.persist(root);

        Supplier supplier = new Supplier();
        supplier.setCompanyName("Light and Sons");
        supplier.setAddress(address("Leeds"));
        supplier.getContacts().addAll(List.of("Ann", "Bob"));
        supplier.getBranches().add(address("York"));
        entities.persist(supplier);

        Product product = product(lamps, supplier);
        Tag tag = new Tag();
        tag.setLabel("bright");
        entities.persist(tag);
        product.getTags().add(tag);
        entities.persist(product);

        Coupon coupon = new Coupon();
        coupon.setCode("SPRING");
        coupon.setPercentOff(new BigDecimal("10.00"));
        coupon.getCountries().add("GB");
        entities.persist(coupon);

        Order order = order(customer, product);
        order.getCoupons().add(coupon);
        entities.persist(order);
        addPayments(order, customer);

        Review review = new Review();
        review.setProduct(product);
        review.setCustomer(customer);
        review.setRating(4);
        review.setText("Bright.");
        review.setWrittenAt(LocalDateTime.of(2026, 3, 9, 8, 30));
        entities.persist(review);

        Warehouse warehouse = new Warehouse();
        warehouse.setCode("N1");
        warehouse.setAddress(address("Hull"));
        warehouse.getStock().put(product, 12);
        warehouse.getOpenings().put(DayOfWeek.MONDAY, new Opening(LocalTime.of(8, 0), LocalTime.of(16, 0)));
        Place place = new Place();
        place.setAisle("B");
        place.setProduct(product);
        warehouse.getPlaces().add(place);
        entities.persist(warehouse);
        persistShipments(entities, order, warehouse);
    }

    private static Customer customer(String email) {
        Customer customer = new Customer();
        customer.setEmail(email);
        customer.setFirstName("Ada");
        customer.setLoyalty(Loyalty.GOLD);
        customer.setPreferredChannel(Channel.MAIL);
        customer.setBirthday(LocalDate.of(1990, 12, 10));
        customer.setAddress(address("London"));
        customer.setBillingAddress(address("Bath"));
        customer.setPortrait("a face".getBytes(StandardCharsets.UTF_8));
        return customer;
    }

    private static Address address(String city) {
        Address address = new Address();
        address.setCity(city);
        address.setCountry("GB");
        address.setLocation(new GeoPoint(51.5, -0.12));
        return address;
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("GBP"));
    }

    private static Product product(Category category, Supplier supplier) {
        Product product = new Product();
        product.setSku("L-1");
        product.setName("Lamp");
        product.setDescription("It shines.");
        product.setPrice(money("19.9900"));
        product.setCategory(category);
        product.setSupplier(supplier);
        product.setWeight(new BigDecimal("1.250"));
        product.getImages().add(new Image("/lamp.png", "a lamp"));
        product.getAttributes().put("colour", "red");
        return product;
    }

    private static Order order(Customer customer, Product product) {
        Order order = new Order();
        order.setCustomer(customer);
        order.setGroup("spring");
        order.setPlacedAt(NOON);
        order.setShippingAddress(address("Ely"));
        order.setTotal(money("39.98"));
        order.getHistory().add(new StatusChange(OrderStatus.OPEN, NOON));
        OrderLine line = new OrderLine();
        line.setOrder(order);
        line.setProduct(product);
        line.setQuantity(2);
        line.setUnitPrice(money("19.9900"));
        order.getLines().add(line);
        return order;
    }

    private static void addPayments(Order order, Customer payer) {
        CardPayment card = new CardPayment();
        card.setOrder(order);
        card.setAmount(new BigDecimal("9.98"));
        card.setLastDigits("4242");
        card.setValidUntil(YearMonth.of(2028, 5));
        TransferPayment transfer = new TransferPayment();
        transfer.setOrder(order);
        transfer.setAmount(new BigDecimal("30.00"));
        transfer.setPayer(payer);
        order.getPayments().addAll(List.of(card, transfer));
    }

    private static void persistShipments(EntityManager entities, Order order, Warehouse warehouse) {
        ParcelShipment parcel = new ParcelShipment();
        parcel.setOrder(order);
        parcel.setTrackingNumber("P-1");
        parcel.getStations().add("Crewe");
        entities.persist(parcel);
        FreightShipment freight = new FreightShipment();
        freight.setOrder(order);
        freight.setPallets(3);
        freight.setOrigin(warehouse);
        entities.persist(freight);
    }

    @Override
    protected void find(EntityManager entities) {
        Customer customer = entities.createQuery(
                        "select c from Customer c where c.email = 'ada@example.org'", Customer.class)
                .getSingleResult();
        assertThat(customer.getReferrer().getEmail()).isEqualTo("grace@example.org");
        assertThat(customer.getBillingAddress().getCity()).isEqualTo("Bath");
        assertThat(customer.getBillingAddress().getLocation().getLatitude()).isEqualTo(51.5);
        assertThat(customer.getPhoneNumbers()).containsExactly("+44 1");
        assertThat(customer.getPreferences()).containsEntry("language", "en");
        assertThat(customer.getChannels()).containsExactly(Channel.POST);
        assertThat(customer.getLoyalty()).isEqualTo(Loyalty.GOLD);

        Order order = customer.getOrders().get(0);
        assertThat(order.getHistory().get(0).getChangedAt()).isEqualTo(NOON);
        assertThat(order.getCoupons()).extracting(Coupon::getCode).containsExactly("SPRING");
        assertThat(order.getPayments()).hasSize(2).hasAtLeastOneElementOfType(CardPayment.class);
        assertThat(order.getShippingAddress().getCity()).isEqualTo("Ely");
        OrderLine line = order.getLines().get(0);
        assertThat(line.getId().getOrderId()).isEqualTo(order.getId());
        assertThat(entities.find(OrderLine.class, line.getId())).isSameAs(line);

        Product product = line.getProduct();
        assertThat(product.getCategory().getParent().getChildren()).containsExactly(product.getCategory());
        assertThat(product.getCategory().getProducts()).containsEntry("L-1", product);
        assertThat(product.getTags()).extracting(Tag::getLabel).containsExactly("bright");
        assertThat(product.getSupplier().getContacts()).containsExactly("Ann", "Bob");
        assertThat(product.getSupplier().getAddress().getCountry()).isEqualTo("GB");
        assertThat(product.getSupplier().getBranches().get(0).getCity()).isEqualTo("York");
        assertThat(product.getAttributes()).containsEntry("colour", "red");
        assertThat(product.getImages()).extracting(Image::getUrl).containsExactly("/lamp.png");
        assertThat(product.getPrice().getCurrency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(product.getReviews()).extracting(Review::getText).containsExactly("Bright.");

        Warehouse warehouse = entities.find(Warehouse.class, "N1");
        assertThat(warehouse.getStock()).containsEntry(product, 12);
        assertThat(warehouse.getPlaces()).extracting(Place::getProduct).containsExactly(product);
        assertThat(warehouse.getOpenings().get(DayOfWeek.MONDAY).getOpens()).isEqualTo(LocalTime.of(8, 0));
        assertThat(entities.createQuery("select s from Shipment s", Shipment.class)
                        .getResultList())
                .hasSize(2)
                .hasAtLeastOneElementOfType(FreightShipment.class);
    }
}
