// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.util.Locale;
import java.util.Objects;

/**
 * A word, a constant or a sign of a text of SQL. Immutable and thread-safe.
 *
 * @param kind what it is
 * @param text as it is written
 * @param start where it begins
 */
public record SqlToken(Kind kind, String text, int start) {
    /** What tokens are. */
    public enum Kind {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in quotes. */
        QUOTED,
        /** A constant in quotes, with what is before them. */
        STRING,
        /** A constant between dollars. */
        DOLLAR,
        /** A number. */
        NUMBER,
        /** Anything else: one character, or {@code ::}. */
        SIGN
    }

    /** Has them all. */
    public SqlToken {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** Where it ends. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is a keyword, or a sign. */
    public boolean is(String wanted) {
        return (kind == Kind.WORD && text.equalsIgnoreCase(wanted)) || (kind == Kind.SIGN && text.equals(wanted));
    }

    /** Whether it may be the name of something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** The name that PostgreSQL understands. */
    public String name() {
        return kind == Kind.QUOTED
                ? text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    /** What is between the dollars. */
    public String body() {
        int tag = text.indexOf('$', 1) + 1;
        return text.substring(tag, Math.max(tag, text.length() - tag));
    }
}
