// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.Locale;

/** A part of a date, a time or an interval. */
public enum TemporalField {
    CENTURY,
    DECADE,
    YEAR,
    QUARTER,
    MONTH,
    /** The number of the week by ISO 8601, which belongs to {@link #ISOYEAR}. */
    WEEK,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECONDS,
    MICROSECONDS,
    /** From 0, Sunday, to 6. */
    DOW,
    /** From 1, Monday, to 7, Sunday. */
    ISODOW,
    /** The day of the year, from 1. */
    DOY,
    ISOYEAR,
    /** Seconds since 1970-01-01 00:00 UTC, or of an interval. */
    EPOCH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
