// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.Masked;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded
    private @Nullable Seal seal;

    /** As a whole, in the other table. */
    @Masked
    @Embedded
    @AttributeOverride(name = "secret", column = @Column(name = "copy_secret", table = "deed_note"))
    @AttributeOverride(name = "colour", column = @Column(name = "copy_colour", table = "deed_note"))
    private @Nullable Seal copy;

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

    /** With two of the same. */
    public void seal(String secret, String colour) {
        this.seal = new Seal(secret, colour);
        this.copy = new Seal(secret, colour);
    }

    public @Nullable Seal seal() {
        return seal;
    }

    public @Nullable Seal copy() {
        return copy;
    }
}
