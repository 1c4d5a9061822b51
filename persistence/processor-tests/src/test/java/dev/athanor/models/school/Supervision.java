// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

@Embeddable
public class Supervision {
    @ManyToOne
    private Teacher teacher;

    private LocalDate since;

    protected Supervision() {}

    public Supervision(Teacher teacher, LocalDate since) {
        this.teacher = teacher;
        this.since = since;
    }

    public Teacher getTeacher() {
        return teacher;
    }

    public LocalDate getSince() {
        return since;
    }
}
