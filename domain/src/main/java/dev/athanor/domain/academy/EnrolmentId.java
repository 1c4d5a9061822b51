// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.academy;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of an enrolment: a student is in a course once. Filled when the enrolment is written. */
@Embeddable
public class EnrolmentId implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable Long studentId;

    private @Nullable Long courseId;

    /** For JPA, and for what is not written yet. */
    protected EnrolmentId() {}

    public EnrolmentId(long studentId, long courseId) {
        this.studentId = studentId;
        this.courseId = courseId;
    }

    long studentId() {
        return Objects.requireNonNull(studentId, "studentId");
    }

    long courseId() {
        return Objects.requireNonNull(courseId, "courseId");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrolmentId that
                && Objects.equals(studentId, that.studentId)
                && Objects.equals(courseId, that.courseId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(studentId, courseId);
    }
}
