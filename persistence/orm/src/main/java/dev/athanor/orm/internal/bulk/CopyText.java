// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as the text that {@code COPY … FROM STDIN} reads: a line for each, a tab between values, and a backslash
 * before what would be taken for either. See <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL's description</a>. For one use by one thread.
 */
final class CopyText {
    private final CopyBuffer buffer;

    CopyText(CopyBuffer buffer) {
        this.buffer = buffer;
    }

    void write(List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    buffer.add('\t');
                }
                value(row[i]);
            }
            buffer.add('\n');
            buffer.sendIfFull();
        }
        buffer.send();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            buffer.add('\\');
            buffer.add('N');
            return;
        }
        byte[] signs = value.toString().getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < signs.length; i++) {
            int name = name(signs[i]);
            if (name != 0) {
                buffer.add(signs, from, i);
                buffer.add('\\');
                buffer.add(name);
                from = i + 1;
            }
        }
        buffer.add(signs, from, signs.length);
    }

    /** What stands after a backslash for a sign; 0 if the sign stands for itself, as all do that are not ASCII. */
    private static int name(byte sign) {
        return switch (sign) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\\' -> '\\';
            default -> 0;
        };
    }
}
