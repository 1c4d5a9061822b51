// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Entity(name = "Vendor")
public class Supplier {
    @Id
    @GeneratedValue
    private UUID id;

    private String companyName;

    @Embedded
    @AttributeOverride(name = "country", column = @Column(name = "\"Country\""))
    private Address address;

    @ElementCollection
    @OrderColumn
    private List<String> contacts = new ArrayList<>();

    @ElementCollection
    @AttributeOverride(name = "location.latitude", column = @Column(name = "lat"))
    private List<Address> branches = new ArrayList<>();

    @OneToMany(mappedBy = "supplier")
    private Set<Product> products = new HashSet<>();

    public UUID getId() {
        return id;
    }

    public String getCompanyName() {
        return companyName;
    }

    public void setCompanyName(String companyName) {
        this.companyName = companyName;
    }

    public Address getAddress() {
        return address;
    }

    public void setAddress(Address address) {
        this.address = address;
    }

    public List<String> getContacts() {
        return contacts;
    }

    public List<Address> getBranches() {
        return branches;
    }

    public Set<Product> getProducts() {
        return products;
    }
}
