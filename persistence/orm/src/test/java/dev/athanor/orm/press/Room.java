// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Has a key of a map as an attribute. */
@Entity
public class Room {
    @Id
    private Long id;

    private Integer number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Gallery gallery;

    public Long id() {
        return id;
    }

    public Integer number() {
        return number;
    }

    public void moveTo(Gallery other) {
        gallery = other;
    }

    public Gallery gallery() {
        return gallery;
    }
}
