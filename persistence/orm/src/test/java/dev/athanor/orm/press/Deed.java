// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import org.jspecify.annotations.Nullable;

/** Kept in two tables, and both have a history. */
@Entity
@Audited
@SecondaryTable(name = "deed_note")
public class Deed {
    @Id
    private long id;

    private @Nullable String title;

    @Column(name = "remark", table = "deed_note")
    private @Nullable String note;

    protected Deed() {}

    public Deed(long id, String title) {
        this.id = id;
        this.title = title;
    }

    public long id() {
        return id;
    }

    public @Nullable String title() {
        return title;
    }

    public void call(String other) {
        this.title = other;
    }

    public @Nullable String note() {
        return note;
    }

    public void annotate(String text) {
        this.note = text;
    }
}
