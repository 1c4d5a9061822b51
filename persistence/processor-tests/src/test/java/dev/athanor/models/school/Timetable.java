// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;

/** Not an entity itself. */
public final class Timetable {
    private Timetable() {}

    @Entity
    public static class Slot {
        @EmbeddedId
        private Position position;

        private LocalTime begins;

        private LocalTime ends;

        public Position getPosition() {
            return position;
        }

        public void setPosition(Position position) {
            this.position = position;
        }

        public LocalTime getBegins() {
            return begins;
        }

        public void setBegins(LocalTime begins) {
            this.begins = begins;
        }

        public LocalTime getEnds() {
            return ends;
        }

        public void setEnds(LocalTime ends) {
            this.ends = ends;
        }
    }

    @Embeddable
    public static class Position implements Serializable {
        private static final long serialVersionUID = 1;

        @Enumerated(EnumType.STRING)
        private DayOfWeek day;

        private int period;

        protected Position() {}

        public Position(DayOfWeek day, int period) {
            this.day = day;
            this.period = period;
        }

        public DayOfWeek getDay() {
            return day;
        }

        public int getPeriod() {
            return period;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Position that && day == that.day && period == that.period;
        }

        @Override
        public int hashCode() {
            return Objects.hash(day, period);
        }
    }
}
