// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as the text that {@code COPY … FROM STDIN} reads: a line for each, a tab between values, and a backslash
 * before what would be taken for either. See <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL's description</a>. For one use by one thread.
 */
final class CopyText {
    private static final int PART = 1 << 16;

    private final Sink sink;
    private byte[] buffer = new byte[PART + (PART >> 1)];
    private int size;

    CopyText(Sink sink) {
        this.sink = sink;
    }

    void write(List<@Nullable String[]> rows) throws SQLException {
        for (@Nullable String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    add('\t');
                }
                value(row[i]);
            }
            add('\n');
            if (size >= PART) {
                send();
            }
        }
        send();
    }

    private void send() throws SQLException {
        sink.write(buffer, size);
        size = 0;
    }

    private void value(@Nullable String value) {
        if (value == null) {
            add('\\');
            add('N');
            return;
        }
        int length = value.length();
        ensure(2 * length);
        for (int i = 0; i < length; i++) {
            char sign = value.charAt(i);
            if (sign >= 0x80) {
                rest(value.substring(i));
                return;
            }
            sign(sign);
        }
    }

    /** What is not ASCII is not to be escaped in UTF-8, but other signs after it are. */
    private void rest(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ensure(2 * bytes.length);
        for (byte sign : bytes) {
            sign(sign);
        }
    }

    private void sign(int sign) {
        switch (sign) {
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\\' -> escaped('\\');
            default -> buffer[size++] = (byte) sign;
        }
    }

    private void escaped(char sign) {
        buffer[size++] = '\\';
        buffer[size++] = (byte) sign;
    }

    private void add(char sign) {
        ensure(1);
        buffer[size++] = (byte) sign;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
        }
    }

    /** What takes the text, a part after the other. */
    interface Sink {
        void write(byte[] bytes, int length) throws SQLException;
    }
}
