// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Embedded, with a relation of its own. */
@Embeddable
public class Byline {
    private String motto;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author editor;

    public String motto() {
        return motto;
    }

    public Author editor() {
        return editor;
    }
}
