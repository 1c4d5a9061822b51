// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "pupil")
@DiscriminatorValue("S")
public class Student extends Person {
    @Column(name = "average_grade")
    private Float average;

    private YearMonth enrolled;

    @ManyToOne
    private Teacher tutor;

    @ManyToMany(mappedBy = "members")
    private Set<Club> clubs = new HashSet<>();

    @OneToMany(mappedBy = "student")
    private List<Enrolment> enrolments = new ArrayList<>();

    @OneToOne(mappedBy = "student", cascade = CascadeType.ALL)
    private Locker locker;

    public Float getAverage() {
        return average;
    }

    public void setAverage(Float average) {
        this.average = average;
    }

    public YearMonth getEnrolled() {
        return enrolled;
    }

    public void setEnrolled(YearMonth enrolled) {
        this.enrolled = enrolled;
    }

    public Teacher getTutor() {
        return tutor;
    }

    public void setTutor(Teacher tutor) {
        this.tutor = tutor;
    }

    public Set<Club> getClubs() {
        return clubs;
    }

    public List<Enrolment> getEnrolments() {
        return enrolments;
    }

    public Locker getLocker() {
        return locker;
    }

    public void setLocker(Locker locker) {
        this.locker = locker;
    }
}
