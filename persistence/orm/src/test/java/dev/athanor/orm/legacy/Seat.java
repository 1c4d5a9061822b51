// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.legacy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By its methods, with a key that is embedded. */
@Entity
@Table(name = "TBL_SEAT")
public class Seat {
    private Place place = new Place();
    private @Nullable String holder;

    @EmbeddedId
    public Place getPlace() {
        return place;
    }

    public void setPlace(Place place) {
        this.place = place;
    }

    @Column(name = "HLDR_NM")
    public @Nullable String getHolder() {
        return holder;
    }

    public void setHolder(@Nullable String holder) {
        this.holder = holder;
    }

    /** Where it is. */
    @Embeddable
    public static class Place implements Serializable {
        private static final long serialVersionUID = 1L;

        private String line = "";
        private int number;

        public Place() {}

        public Place(String line, int number) {
            this.line = line;
            this.number = number;
        }

        @Column(name = "LN")
        public String getLine() {
            return line;
        }

        public void setLine(String line) {
            this.line = line;
        }

        @Column(name = "NO")
        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && number == that.number && line.equals(that.line);
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, number);
        }
    }
}
