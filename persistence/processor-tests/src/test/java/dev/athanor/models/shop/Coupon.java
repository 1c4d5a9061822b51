// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@AttributeOverrides({
    @AttributeOverride(name = "createdAt", column = @Column(name = "issued_at")),
    @AttributeOverride(name = "modifiedBy", column = @Column(name = "editor"))
})
public class Coupon extends Audited {
    @Id
    @Column(length = 16)
    private String code;

    @Column(name = "percent_off", precision = 5, scale = 2)
    private BigDecimal percentOff;

    private LocalDate validFrom;

    private LocalDate validUntil;

    @ManyToMany(mappedBy = "coupons")
    private List<Order> orders = new ArrayList<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "coupon"))
    @Column(name = "country_code", length = 2)
    private Set<String> countries = new HashSet<>();

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public BigDecimal getPercentOff() {
        return percentOff;
    }

    public void setPercentOff(BigDecimal percentOff) {
        this.percentOff = percentOff;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(LocalDate validUntil) {
        this.validUntil = validUntil;
    }

    public List<Order> getOrders() {
        return orders;
    }

    public Set<String> getCountries() {
        return countries;
    }
}
