// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
public class Course extends Identified<Long> {
    @ManyToOne
    private Subject subject;

    @Embedded
    @AssociationOverride(name = "teacher", joinColumns = @JoinColumn(name = "lead_teacher_id"))
    @AttributeOverride(name = "since", column = @Column(name = "led_since"))
    private Supervision supervision;

    @OneToMany(cascade = CascadeType.ALL)
    private List<Assignment> assignments = new ArrayList<>();

    @OneToMany(mappedBy = "course")
    private Set<Enrolment> enrolments = new HashSet<>();

    @OneToMany(cascade = CascadeType.ALL)
    @OrderColumn
    private List<Lesson> lessons = new ArrayList<>();

    @ManyToMany
    private Set<Timetable.Slot> slots = new HashSet<>();

    private Duration length;

    private Year year;

    public Subject getSubject() {
        return subject;
    }

    public void setSubject(Subject subject) {
        this.subject = subject;
    }

    public Supervision getSupervision() {
        return supervision;
    }

    public void setSupervision(Supervision supervision) {
        this.supervision = supervision;
    }

    public List<Assignment> getAssignments() {
        return assignments;
    }

    public Set<Enrolment> getEnrolments() {
        return enrolments;
    }

    public List<Lesson> getLessons() {
        return lessons;
    }

    public Duration getLength() {
        return length;
    }

    public void setLength(Duration length) {
        this.length = length;
    }

    public Year getYear() {
        return year;
    }

    public void setYear(Year year) {
        this.year = year;
    }

    public Set<Timetable.Slot> getSlots() {
        return slots;
    }
}
