// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** How large something is, in millimetres. A value. */
@Embeddable
public class Dimensions {
    @Column(name = "length")
    private int length;

    @Column(name = "width")
    private int width;

    @Column(name = "height")
    private int height;

    /** For JPA. */
    protected Dimensions() {}

    public Dimensions(int length, int width, int height) {
        this.length = length;
        this.width = width;
        this.height = height;
    }

    /** In cubic centimetres, the last one begun. */
    @Hybrid
    public long volume() {
        return Math.floorDiv((long) length * width * height + 999, 1000L);
    }

    public int length() {
        return length;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimensions that
                && length == that.length
                && width == that.width
                && height == that.height;
    }

    @Override
    public int hashCode() {
        return Objects.hash(length, width, height);
    }
}
