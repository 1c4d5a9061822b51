// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.DefaultValue;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.TableIndex;
import dev.athanor.domain.Edited;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold. It has a column of every type there is; what most products do not have may be null. Its
 * stock, which changes with every order, is kept apart, so that whoever edits a product is in nobody's way.
 */
@Entity
@Table(
        name = "product",
        schema = "commerce",
        uniqueConstraints = @UniqueConstraint(name = "product_sku_unique", columnNames = "sku"))
@Check(name = "product_priced", value = "price >= 0 and cost >= 0")
@TableIndex(value = "tags", method = "gin")
@TableIndex(
        value = {"kind", "price desc"},
        where = "listed")
public class Product extends Edited {
    public static final int SKU_LENGTH = 20;
    public static final int NAME_LENGTH = 120;
    /** Of prices: digits in all, and after the point. */
    public static final int PRICE_PRECISION = 12;

    public static final int PRICE_SCALE = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Comment("The stock keeping unit: what people call a product by")
    @Column(name = "sku", nullable = false, updatable = false, length = SKU_LENGTH)
    private String sku;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "description")
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private ProductKind kind;

    @Column(name = "quality", nullable = false)
    private Quality quality;

    @Column(name = "price", nullable = false, precision = PRICE_PRECISION, scale = PRICE_SCALE)
    private BigDecimal price;

    @Column(name = "cost", nullable = false, precision = PRICE_PRECISION, scale = PRICE_SCALE)
    private BigDecimal cost;

    @DefaultValue("true")
    @Column(name = "listed", nullable = false)
    private boolean listed = true;

    @Comment("What customers think, from 0 to 5")
    @Column(name = "rating")
    private @Nullable Float rating;

    @Comment("In kilograms")
    @Column(name = "weight")
    private @Nullable Double weight;

    @Embedded
    @AttributeOverride(name = "length", column = @Column(name = "length_mm"))
    @AttributeOverride(name = "width", column = @Column(name = "width_mm"))
    @AttributeOverride(name = "height", column = @Column(name = "height_mm"))
    private @Nullable Dimensions dimensions;

    @Column(name = "available_from")
    private @Nullable LocalDate availableFrom;

    @Embedded
    private @Nullable Promises promises;

    @Column(name = "picture")
    private byte @Nullable [] picture;

    @Array
    @Column(name = "tags", nullable = false)
    private List<String> tags = new ArrayList<>();

    @Array
    @Column(name = "sizes", nullable = false)
    private List<Integer> sizes = new ArrayList<>();

    @Json
    @Column(name = "attributes", nullable = false)
    private Map<String, String> attributes = Map.of();

    @Json
    @Column(name = "energy")
    private @Nullable EnergyLabel energy;

    @OneToOne(mappedBy = "product", fetch = FetchType.LAZY, cascade = CascadeType.ALL)
    private Stock stock;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    @SuppressWarnings("NullAway.Init") // the stock comes from whoever makes both
    private Product(String sku, String name, ProductKind kind, Quality quality, BigDecimal price, BigDecimal cost) {
        this.sku = Objects.requireNonNull(sku, "sku");
        this.name = Objects.requireNonNull(name, "name");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.quality = Objects.requireNonNull(quality, "quality");
        this.price = price.setScale(PRICE_SCALE);
        this.cost = cost.setScale(PRICE_SCALE);
    }

    /** A new product, and its stock, of which there is none yet. */
    public static Product of(
            String sku, String name, ProductKind kind, Quality quality, BigDecimal price, BigDecimal cost) {
        Product product = new Product(sku, name, kind, quality, price, cost);
        product.stock = new Stock(product);
        return product;
    }

    /** What a customer pays, with the tax; kept in a column that the database computes. */
    // region gross
    @Hybrid(stored = true, column = "gross_price")
    public BigDecimal grossPrice() {
        return price.multiply(new BigDecimal("1.21")).setScale(2, RoundingMode.HALF_UP);
    }

    /** What the shop earns by one; the database has an index of it. */
    @Hybrid(indexed = true)
    public BigDecimal margin() {
        return price.subtract(cost);
    }
    // endregion

    /** Whether it is sold on a day. */
    @Hybrid
    public boolean isSoldOn(LocalDate day) {
        return listed && (availableFrom == null || !availableFrom.isAfter(day));
    }

    /** Whether there are any. */
    @Hybrid
    public boolean isInStock() {
        return stock.quantity() > 0;
    }

    public void reprice(BigDecimal newPrice) {
        price = newPrice.setScale(PRICE_SCALE);
    }

    /** Calls it otherwise, and says otherwise what it is. */
    public void rename(String newName, ProductKind newKind, Quality newQuality) {
        name = Objects.requireNonNull(newName, "newName");
        kind = Objects.requireNonNull(newKind, "newKind");
        quality = Objects.requireNonNull(newQuality, "newQuality");
    }

    /** Says what the shop pays for one from now on. */
    public void buyAt(BigDecimal newCost) {
        cost = newCost.setScale(PRICE_SCALE);
    }

    /** No longer sold. */
    public void unlist() {
        listed = false;
    }

    public void describe(@Nullable String newDescription) {
        description = newDescription;
    }

    public void show(byte[] newPicture) {
        picture = newPicture.clone();
    }

    public void measure(@Nullable Double newWeight, @Nullable Dimensions newDimensions) {
        weight = newWeight;
        dimensions = newDimensions;
    }

    public void offer(@Nullable LocalDate newAvailableFrom, @Nullable Promises newPromises) {
        availableFrom = newAvailableFrom;
        promises = newPromises;
    }

    public void label(
            List<String> newTags,
            List<Integer> newSizes,
            Map<String, String> newAttributes,
            @Nullable EnergyLabel newEnergy) {
        tags = new ArrayList<>(newTags);
        sizes = new ArrayList<>(newSizes);
        attributes = Map.copyOf(newAttributes);
        energy = newEnergy;
    }

    public void rate(float newRating) {
        rating = newRating;
    }

    /** The key; there is none before the product was written. */
    public UUID id() {
        return Objects.requireNonNull(id, "a product has an id once it was written");
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public ProductKind kind() {
        return kind;
    }

    public Quality quality() {
        return quality;
    }

    public BigDecimal price() {
        return price;
    }

    public BigDecimal cost() {
        return cost;
    }

    public boolean listed() {
        return listed;
    }

    public Optional<Float> rating() {
        return Optional.ofNullable(rating);
    }

    public Optional<Double> weight() {
        return Optional.ofNullable(weight);
    }

    public Optional<Dimensions> dimensions() {
        return Optional.ofNullable(dimensions);
    }

    public Optional<LocalDate> availableFrom() {
        return Optional.ofNullable(availableFrom);
    }

    public Optional<Promises> promises() {
        return Optional.ofNullable(promises);
    }

    public List<String> tags() {
        return List.copyOf(tags);
    }

    public List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    public Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    public Optional<EnergyLabel> energy() {
        return Optional.ofNullable(energy);
    }

    public Stock stock() {
        return stock;
    }
}
