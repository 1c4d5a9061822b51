// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import dev.athanor.annotations.Array;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;

/** Embedded, with a relation that has another side, and a value that changes itself. */
@Embeddable
public class Imprint {
    @ManyToOne(fetch = FetchType.LAZY)
    private Binder binder;

    @Array
    private List<String> marks = new ArrayList<>();

    protected Imprint() {}

    public Imprint(Binder binder, String... marks) {
        this.binder = binder;
        this.marks = new ArrayList<>(List.of(marks));
    }

    public Binder binder() {
        return binder;
    }

    public void bindBy(Binder other) {
        binder = other;
    }

    public List<String> marks() {
        return marks;
    }
}
