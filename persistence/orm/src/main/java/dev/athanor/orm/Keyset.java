// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.Objects;
import java.util.Optional;

/**
 * Which page of a query's rows is wanted.
 *
 * @param start where it begins, if no cursor says
 * @param cursor what another page gave
 * @param size how many rows it has at most
 */
public record Keyset(Start start, Optional<String> cursor, int size) {
    /** Checks the size. */
    public Keyset {
        Objects.requireNonNull(start, "start");
        if (size < 1) {
            throw new OrmException(OrmError.PAGE_INVALID, "a page has a row at least, not " + size);
        }
    }

    /** The first page. */
    public static Keyset first(int size) {
        return new Keyset(Start.FIRST, Optional.empty(), size);
    }

    /** The last page. */
    public static Keyset last(int size) {
        return new Keyset(Start.LAST, Optional.empty(), size);
    }

    /** The page of a cursor that {@link KeysetPage#next} or {@link KeysetPage#previous} gave. */
    public static Keyset at(String cursor, int size) {
        return new Keyset(Start.FIRST, Optional.of(cursor), size);
    }

    /** Where pages begin. */
    public enum Start {
        /** At the first row. */
        FIRST,
        /** At the last row, backwards. */
        LAST
    }
}
