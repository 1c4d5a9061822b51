// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When a value of Java's and one of the database's are the same. */
final class Agreement {
    private Agreement() {}

    static boolean same(@Nullable Object java, @Nullable Object sql) {
        if (java == null || sql == null) {
            return java == sql;
        }
        if (java instanceof Number one && sql instanceof Number other) {
            return sameNumber(one, other);
        }
        Optional<Instant> moment = moment(java);
        if (moment.isPresent()) {
            return moment.equals(moment(sql));
        }
        Optional<List<?>> elements = elements(java);
        if (elements.isPresent()) {
            return elements(sql)
                    .filter(others -> sameElements(elements.get(), others))
                    .isPresent();
        }
        return java.equals(sql) || (isText(java) && isText(sql) && text(java).equals(text(sql)));
    }

    /** Decimals by their value, for how many places they have is the column's; others to the last bit but one. */
    private static boolean sameNumber(Number one, Number other) {
        if (one instanceof Float || other instanceof Float) {
            float left = one.floatValue();
            float right = other.floatValue();
            return Float.compare(left, right) == 0
                    || left == right
                    || Math.abs(left - right) <= Math.ulp(Math.max(Math.abs(left), Math.abs(right)));
        }
        if (one instanceof Double || other instanceof Double) {
            double left = one.doubleValue();
            double right = other.doubleValue();
            return Double.compare(left, right) == 0
                    || left == right
                    || Math.abs(left - right) <= Math.ulp(Math.max(Math.abs(left), Math.abs(right)));
        }
        return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }

    /** The database keeps no offset. */
    private static Optional<Instant> moment(Object value) {
        if (value instanceof OffsetDateTime time) {
            return Optional.of(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return Optional.of(time.toInstant());
        }
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        return older(value);
    }

    @SuppressWarnings("JavaUtilDate") // entities that have them are there
    private static Optional<Instant> older(Object value) {
        if (value instanceof Calendar calendar) {
            return Optional.of(Instant.ofEpochMilli(calendar.getTimeInMillis()));
        }
        if (value instanceof Timestamp timestamp) {
            return Optional.of(timestamp.toInstant());
        }
        return value instanceof Date date ? Optional.of(Instant.ofEpochMilli(date.getTime())) : Optional.empty();
    }

    private static Optional<List<?>> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(new ArrayList<>(collection));
        }
        if (value instanceof Object[] array) {
            return Optional.of(Arrays.asList(array));
        }
        return value instanceof byte[] bytes
                ? Optional.of(
                        IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList())
                : Optional.empty();
    }

    private static boolean sameElements(List<?> some, List<?> others) {
        Iterator<?> other = others.iterator();
        return some.size() == others.size() && some.stream().allMatch(element -> same(element, other.next()));
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Character
                || value instanceof char[]
                || value instanceof Enum<?>;
    }

    private static String text(Object value) {
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** Whether Java wrote "null" into a text of which SQL says that it is none: SQL's way is the agreed one. */
    static boolean isNullText(@Nullable Object java, @Nullable Object sql) {
        return sql == null
                && java instanceof CharSequence text
                && text.toString().contains("null");
    }
}
