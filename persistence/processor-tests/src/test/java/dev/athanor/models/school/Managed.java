// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Column;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;

/** What somebody is responsible for. */
@MappedSuperclass
public abstract class Managed extends Identified<Long> {
    public static final int MOST_KEYS = 3;

    @ManyToOne
    private Person responsible;

    @ManyToOne
    private Employee deputy;

    @Column(name = "key_count")
    private int keys;

    private transient int asked;

    @Transient
    private String hint;

    public Person getResponsible() {
        return responsible;
    }

    public void setResponsible(Person responsible) {
        this.responsible = responsible;
    }

    public Employee getDeputy() {
        return deputy;
    }

    public void setDeputy(Employee deputy) {
        this.deputy = deputy;
    }

    public int getKeys() {
        return keys;
    }

    public void setKeys(int keys) {
        this.keys = Math.min(keys, MOST_KEYS);
    }

    public int asked() {
        return ++asked;
    }

    public String getHint() {
        return hint;
    }

    public void setHint(String hint) {
        this.hint = hint;
    }
}
