// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;

@Embeddable
public class Opening {
    private LocalTime opens;

    private LocalTime closes;

    protected Opening() {}

    public Opening(LocalTime opens, LocalTime closes) {
        this.opens = opens;
        this.closes = closes;
    }

    public LocalTime getOpens() {
        return opens;
    }

    public LocalTime getCloses() {
        return closes;
    }
}
