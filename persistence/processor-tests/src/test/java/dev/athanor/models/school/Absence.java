// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

@Embeddable
public class Absence {
    @Column(name = "on_day")
    private LocalDate day;

    private boolean excused;

    protected Absence() {}

    public Absence(LocalDate day, boolean excused) {
        this.day = day;
        this.excused = excused;
    }

    public LocalDate getDay() {
        return day;
    }

    public boolean isExcused() {
        return excused;
    }
}
