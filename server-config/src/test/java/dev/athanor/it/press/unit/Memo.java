// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;

/** Is signed by its listener. */
@Entity
@EntityListeners(MemoListener.class)
@SuppressWarnings("NullAway.Init") // EclipseLink makes it
public class Memo {
    @Id
    private Long id;

    @NotBlank
    private String text;

    private String clerk;
    private transient String reader = "";

    protected Memo() {}

    /** One that nobody has signed. */
    public Memo(Long id, String text) {
        this.id = id;
        this.text = text;
    }

    /** Says something else. */
    public void rewrite(String other) {
        text = other;
    }

    void sign(String name) {
        clerk = name;
    }

    void readBy(String name) {
        reader = name;
    }

    /** Who signed it before it was written. */
    public String clerk() {
        return clerk;
    }

    /** As it is pinned to the wall. */
    @Hybrid
    public String shown() {
        return text + " (" + clerk + ")";
    }

    /** Whether it is signed so. */
    @Hybrid
    public boolean isSignedBy(String name) {
        return clerk.equals(name);
    }

    /** Who was there when it was read. */
    public String reader() {
        return reader;
    }
}
