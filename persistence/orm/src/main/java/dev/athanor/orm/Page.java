// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Collections;
import java.util.List;

/**
 * Some of the rows of a query, and how many it has.
 *
 * @param items the rows of this page
 * @param total how many rows the query has
 * @param number which page this is, from 1
 * @param size how many rows a page has at most
 */
public record Page<R>(List<R> items, long total, int number, int size) {
    /** Keeps what it is given, which nobody changes. */
    public Page {
        items = Collections.unmodifiableList(items);
    }

    /** How many pages there are. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /** Whether there is a page after this. */
    public boolean hasNext() {
        return number < pages();
    }

    /** Whether there is a page before this. */
    public boolean hasPrevious() {
        return number > 1;
    }
}
