// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;

/** Two tables below the first. */
@Entity
public class LiveVideo extends Video {
    private Integer viewers;

    public Integer viewers() {
        return viewers;
    }
}
