// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Calendar;

@Entity
@SuppressWarnings("JavaUtilDate")
public class Assignment extends Identified<Integer> {
    private String task;

    @Temporal(TemporalType.TIMESTAMP)
    private Calendar due;

    private Byte weight;

    public String getTask() {
        return task;
    }

    public void setTask(String task) {
        this.task = task;
    }

    public Calendar getDue() {
        return due;
    }

    public void setDue(Calendar due) {
        this.due = due;
    }

    public Byte getWeight() {
        return weight;
    }

    public void setWeight(Byte weight) {
        this.weight = weight;
    }
}
