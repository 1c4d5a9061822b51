// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Has a column that is called like another class's. */
@Entity
public class Photo extends Media {
    @Column(name = "size")
    private int pixels;

    public int pixels() {
        return pixels;
    }
}
