// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Of a unit of its own, which is not woven in Java SE. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Note {
    @Id
    private Long id;

    private String text;

    protected Note() {}

    public Note(Long id, String text) {
        this.id = id;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }
}
