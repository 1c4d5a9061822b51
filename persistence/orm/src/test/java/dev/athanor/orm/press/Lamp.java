// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

@Entity
public class Lamp {
    @Id
    private Long id;

    private String kind;

    @OneToOne(fetch = FetchType.LAZY)
    private Desk desk;

    public Long id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public Desk desk() {
        return desk;
    }
}
