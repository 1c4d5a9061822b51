// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a hybrid says of a row, in Java or in SQL. Immutable. */
sealed interface Answer {
    /** A value, or null. */
    record Value(@Nullable Object value) implements Answer {
        @Override
        public String toString() {
            return Shown.value(value);
        }
    }

    /** No value: the method threw an exception. */
    record Thrown(Throwable cause) implements Answer {
        @Override
        public String toString() {
            return "threw " + cause;
        }
    }

    /** No value: the database has none of this range. */
    record Refused(String reason) implements Answer {
        @Override
        public String toString() {
            return "refused: " + reason;
        }
    }

    /** No value: the statement failed. */
    record Failed(String reason) implements Answer {
        @Override
        public String toString() {
            return "failed: " + reason;
        }
    }

    /** What a method returned; nothing there is null. */
    static Answer of(@Nullable Object returned) {
        if (returned instanceof Optional<?> optional) {
            return new Value(optional.orElse(null));
        }
        if (returned instanceof OptionalInt optional) {
            return new Value(optional.isPresent() ? optional.getAsInt() : null);
        }
        if (returned instanceof OptionalLong optional) {
            return new Value(optional.isPresent() ? optional.getAsLong() : null);
        }
        if (returned instanceof OptionalDouble optional) {
            return new Value(optional.isPresent() ? optional.getAsDouble() : null);
        }
        return new Value(returned);
    }

    /** Whether it is a text with half a character, which no database has. */
    default boolean isHalf() {
        return this instanceof Value found
                && found.value instanceof CharSequence text
                && text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    static Answer thrown(Throwable cause) {
        return new Thrown(cause);
    }
}
