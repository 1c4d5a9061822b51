// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@IdClass(EnrolmentId.class)
public class Enrolment {
    @Id
    @ManyToOne
    private Student student;

    @Id
    @ManyToOne
    @JoinColumn(name = "course_no")
    private Course course;

    @Id
    private int term;

    @Convert(converter = GradeConverter.class)
    private Grade grade;

    @OneToMany(mappedBy = "enrolment", cascade = CascadeType.ALL)
    private List<Exam.Result> results = new ArrayList<>();

    @ElementCollection
    private Set<String> notes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "absence")
    private Set<Absence> absences = new HashSet<>();

    public Student getStudent() {
        return student;
    }

    public void setStudent(Student student) {
        this.student = student;
    }

    public Course getCourse() {
        return course;
    }

    public void setCourse(Course course) {
        this.course = course;
    }

    public int getTerm() {
        return term;
    }

    public void setTerm(int term) {
        this.term = term;
    }

    public Grade getGrade() {
        return grade;
    }

    public void setGrade(Grade grade) {
        this.grade = grade;
    }

    public List<Exam.Result> getResults() {
        return results;
    }

    public Set<String> getNotes() {
        return notes;
    }

    public Set<Absence> getAbsences() {
        return absences;
    }
}
