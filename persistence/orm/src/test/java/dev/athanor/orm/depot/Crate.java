// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.depot;

import org.jspecify.annotations.Nullable;

/** Stands in a bay. */
public class Crate {
    private long number;
    private String content = "";
    private int weight;
    private @Nullable Bay bay;

    protected Crate() {}

    @SuppressWarnings("this-escape") // as the bay keeps it
    public Crate(long number, String content, int weight, Bay bay) {
        this.number = number;
        this.content = content;
        this.weight = weight;
        this.bay = bay;
        bay.crates().add(this);
    }

    public long number() {
        return number;
    }

    public String content() {
        return content;
    }

    public int weight() {
        return weight;
    }

    public void weigh(int found) {
        weight = found;
    }

    public @Nullable Bay bay() {
        return bay;
    }
}
