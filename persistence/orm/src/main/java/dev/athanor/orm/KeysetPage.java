// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Some of the rows of a query, found by where they are in its order and not by their number: what others insert and
 * delete meanwhile moves nothing.
 *
 * @param items the rows of this page
 * @param next a cursor for the page after this; none if this is the last
 * @param previous a cursor for the page before this; none if this is the first
 */
public record KeysetPage<R>(List<R> items, Optional<String> next, Optional<String> previous) {
    /** Keeps what it is given, which nobody changes. */
    public KeysetPage {
        items = Collections.unmodifiableList(items);
    }
}
