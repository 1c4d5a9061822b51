// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** Each class below has a table of its own, joined to this. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Media {
    @Id
    private Long id;

    private String name;

    protected Media() {}

    protected Media(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }
}
