// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;

/** Two tables below the first. */
@Entity
public class LiveVideo extends Video {
    private Integer viewers;

    protected LiveVideo() {}

    public LiveVideo(long id, String name, int seconds, Integer viewers) {
        super(id, name, seconds);
        this.viewers = viewers;
    }

    public Integer viewers() {
        return viewers;
    }
}
