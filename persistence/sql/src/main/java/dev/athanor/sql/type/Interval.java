// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as the database keeps it: months and days, which are not always equally long, and a time. Immutable
 * and thread-safe.
 *
 * @param date years, months and days
 * @param time hours, minutes and seconds; not carried over into days
 */
public record Interval(Period date, Duration time) {
    /** PostgreSQL's text for it, by the default setting of {@code intervalstyle}. */
    private static final Pattern TEXT = Pattern.compile("(?:([-+]?\\d+) years? ?)?(?:([-+]?\\d+) mons? ?)?"
            + "(?:([-+]?\\d+) days? ?)?(?:([-+])?(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,6}))?)?");

    /** A span of both parts. */
    public Interval {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(time, "time");
    }

    /** Days and more. */
    public static Interval of(Period date) {
        return new Interval(date, Duration.ZERO);
    }

    /** Hours and less; 24 hours do not become a day. */
    public static Interval of(Duration time) {
        return new Interval(Period.ZERO, time);
    }

    /** Reads the database's text, or that of ISO 8601. */
    public static Interval parse(String text) {
        if (text.startsWith("P")) {
            return iso(text);
        }
        Matcher matcher = TEXT.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "an interval is not to be read from \"" + text + "\"; let intervalstyle be postgres or iso_8601");
        }
        Period date = Period.of(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
        return new Interval(date, time(matcher));
    }

    private static Interval iso(String text) {
        int t = text.indexOf('T');
        String date = t < 0 ? text : text.substring(0, t);
        return new Interval(
                date.equals("P") ? Period.ZERO : Period.parse(date),
                t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t)));
    }

    @SuppressWarnings("NullAway") // a group that did not take part is null
    private static int number(String group) {
        return group == null ? 0 : Integer.parseInt(group);
    }

    @SuppressWarnings("NullAway") // a group that did not take part is null
    private static Duration time(Matcher matcher) {
        if (matcher.group(5) == null) {
            return Duration.ZERO;
        }
        String fraction = matcher.group(8) == null ? "" : matcher.group(8);
        Duration time = Duration.ofHours(Long.parseLong(matcher.group(5)))
                .plusMinutes(Long.parseLong(matcher.group(6)))
                .plusSeconds(Long.parseLong(matcher.group(7)))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        return "-".equals(matcher.group(4)) ? time.negated() : time;
    }

    /** The span as a time alone, a day being 24 hours. */
    @SuppressWarnings("JavaPeriodGetDays") // there are no months beside them
    public Duration toDuration() {
        if (date.toTotalMonths() != 0) {
            throw new ArithmeticException("how long " + this + " is depends on the date it begins; it is no duration");
        }
        return time.plusDays(date.getDays());
    }

    /** By ISO 8601, which PostgreSQL reads, too. */
    @Override
    public String toString() {
        String period = date.toString();
        return time.isZero()
                ? period
                : (date.isZero() ? "P" : period) + time.toString().substring(1);
    }
}
