// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import java.io.Serializable;
import java.util.Objects;

public class EnrolmentId implements Serializable {
    private static final long serialVersionUID = 1;

    private Long student;

    private Long course;

    private int term;

    public EnrolmentId() {}

    public EnrolmentId(Long student, Long course, int term) {
        this.student = student;
        this.course = course;
        this.term = term;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrolmentId that
                && Objects.equals(student, that.student)
                && Objects.equals(course, that.course)
                && term == that.term;
    }

    @Override
    public int hashCode() {
        return Objects.hash(student, course, term);
    }
}
