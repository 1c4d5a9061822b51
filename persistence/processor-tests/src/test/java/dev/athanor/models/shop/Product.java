// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
@SecondaryTable(name = "product_detail", pkJoinColumns = @PrimaryKeyJoinColumn(name = "product_id"))
@AttributeOverride(name = "createdAt", column = @Column(name = "listed_at", updatable = false))
public class Product extends Audited {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_numbers")
    @SequenceGenerator(name = "product_numbers", sequenceName = "product_numbers", allocationSize = 10)
    private Long id;

    @Column(length = 20, nullable = false)
    private String sku;

    private String name;

    @Lob
    private String description;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "amount", column = @Column(name = "price_amount")),
        @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    })
    private Money price;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category category;

    @ManyToMany
    private Set<Tag> tags = new HashSet<>();

    @OneToMany(mappedBy = "product")
    @OrderBy("rating DESC")
    private List<Review> reviews = new ArrayList<>();

    @Column(table = "product_detail", precision = 8, scale = 3)
    private BigDecimal weight;

    @Column(table = "product_detail")
    private String material;

    @ManyToOne
    @JoinColumn(name = "supplier_id", table = "product_detail")
    private Supplier supplier;

    @ElementCollection
    @OrderColumn(name = "position")
    private List<Image> images = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "product_attribute", joinColumns = @JoinColumn(name = "product_id"))
    @MapKeyColumn(name = "name", length = 40)
    @Column(name = "text")
    private Map<String, String> attributes = new HashMap<>();

    public Long getId() {
        return id;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Money getPrice() {
        return price;
    }

    public void setPrice(Money price) {
        this.price = price;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }

    public Set<Tag> getTags() {
        return tags;
    }

    public List<Review> getReviews() {
        return reviews;
    }

    public BigDecimal getWeight() {
        return weight;
    }

    public void setWeight(BigDecimal weight) {
        this.weight = weight;
    }

    public String getMaterial() {
        return material;
    }

    public void setMaterial(String material) {
        this.material = material;
    }

    public Supplier getSupplier() {
        return supplier;
    }

    public void setSupplier(Supplier supplier) {
        this.supplier = supplier;
    }

    public List<Image> getImages() {
        return images;
    }

    public Map<String, String> getAttributes() {
        return attributes;
    }
}
