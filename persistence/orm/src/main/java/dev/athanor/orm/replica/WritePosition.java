// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in PostgreSQL's log of what is written: a replica that has come as far has all that was committed before.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * WritePosition position = WritePosition.of("0/16B3748");
 * }</pre>
 */
public final class WritePosition implements Comparable<WritePosition> {
    private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");
    private static final int HALF = 32;
    private static final int HEXADECIMAL = 16;

    private final long place;

    private WritePosition(long place) {
        this.place = place;
    }

    /** That of a text as PostgreSQL, or {@link #toString}, writes it. */
    public static WritePosition of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new OrmException(
                    OrmError.POSITION_INVALID,
                    "this is no position in the database's log; give back what ClientPosition.token() gave");
        }
        return new WritePosition(
                Long.parseLong(parts.group(1), HEXADECIMAL) << HALF | Long.parseLong(parts.group(2), HEXADECIMAL));
    }

    /** Whether this one is after another. */
    public boolean isAfter(WritePosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(WritePosition other) {
        return Long.compareUnsigned(place, other.place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WritePosition position && place == position.place;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(place);
    }

    /** As PostgreSQL writes it; fit for a header or a cookie of HTTP. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%X/%X", place >>> HALF, place & 0xFFFF_FFFFL);
    }
}
