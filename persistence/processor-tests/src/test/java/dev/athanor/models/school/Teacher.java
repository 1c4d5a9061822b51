// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
@DiscriminatorValue("T")
public class Teacher extends Employee {
    private Short hours;

    @ManyToMany
    @JoinTable(
            name = "teacher_subject",
            joinColumns = @JoinColumn(name = "teacher_no"),
            inverseJoinColumns = @JoinColumn(name = "subject_code"))
    @OrderBy("title")
    private List<Subject> subjects = new ArrayList<>();

    @OneToMany(mappedBy = "supervision.teacher")
    private List<Club> patronages = new ArrayList<>();

    @OneToOne
    private Room room;

    public Short getHours() {
        return hours;
    }

    public void setHours(Short hours) {
        this.hours = hours;
    }

    public List<Subject> getSubjects() {
        return subjects;
    }

    public List<Club> getPatronages() {
        return patronages;
    }

    public Room getRoom() {
        return room;
    }

    public void setRoom(Room room) {
        this.room = room;
    }
}
