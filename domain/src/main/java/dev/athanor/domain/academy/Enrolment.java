// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.academy;

import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A student's place in a course, since a day, and the grade when it is over. */
@Entity
@Table(name = "enrolment", schema = "academy")
@TableIndex(value = "course_id", where = "grade is null")
public class Enrolment {
    @EmbeddedId
    private EnrolmentId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId("studentId")
    @JoinColumn(name = "student_id")
    private Student student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId("courseId")
    @JoinColumn(name = "course_id")
    private Course course;

    @Column(name = "enrolled_on", nullable = false, updatable = false)
    private LocalDate enrolledOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "grade")
    private @Nullable Grade grade;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {}

    public Enrolment(Student student, Course course, LocalDate enrolledOn) {
        this.id = new EnrolmentId(student.id(), course.id());
        this.student = student;
        this.course = course;
        this.enrolledOn = Objects.requireNonNull(enrolledOn, "enrolledOn");
    }

    /** Whether it is over, and went well enough. */
    @Hybrid
    public boolean isPassed() {
        return grade != null && grade != Grade.FAILED;
    }

    /** Ends it with a grade; what was given before is replaced. */
    public void grade(Grade newGrade) {
        grade = Objects.requireNonNull(newGrade, "newGrade");
    }

    /** The key of the student, with nothing of the student read for it. */
    public long studentId() {
        return id.studentId();
    }

    /** The key of the course, with nothing of the course read for it. */
    public long courseId() {
        return id.courseId();
    }

    public Student student() {
        return student;
    }

    public Course course() {
        return course;
    }

    public LocalDate enrolledOn() {
        return enrolledOn;
    }

    public @Nullable Grade grade() {
        return grade;
    }

    public int version() {
        return version;
    }
}
