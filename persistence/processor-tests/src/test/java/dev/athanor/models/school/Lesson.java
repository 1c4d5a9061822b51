// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;

@Entity
public class Lesson extends Identified<Integer> {
    private LocalDateTime starts;

    @ManyToOne
    private Room room;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "slot_day", referencedColumnName = "day"),
        @JoinColumn(name = "slot_period", referencedColumnName = "period")
    })
    private Timetable.Slot slot;

    public LocalDateTime getStarts() {
        return starts;
    }

    public void setStarts(LocalDateTime starts) {
        this.starts = starts;
    }

    public Room getRoom() {
        return room;
    }

    public void setRoom(Room room) {
        this.room = room;
    }

    public Timetable.Slot getSlot() {
        return slot;
    }

    public void setSlot(Timetable.Slot slot) {
        this.slot = slot;
    }
}
