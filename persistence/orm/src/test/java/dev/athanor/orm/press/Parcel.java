// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** The database gives its key when it is inserted. */
@Entity
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String label;

    @Transient
    private final List<String> calls = new ArrayList<>();

    protected Parcel() {}

    public Parcel(String label) {
        this.label = label;
    }

    @PrePersist
    void persisting() {
        calls.add("prePersist");
    }

    @PostPersist
    void persisted() {
        calls.add("postPersist");
    }

    public Long id() {
        return id;
    }

    public String label() {
        return label;
    }

    public List<String> calls() {
        return calls;
    }
}
