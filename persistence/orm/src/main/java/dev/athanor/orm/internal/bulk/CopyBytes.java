// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as {@code COPY … FROM STDIN (FORMAT binary)} reads them: a header, for each row the number of its values
 * and for each value its length and its bytes, and an end. See <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL's description</a>. For one use by one thread.
 */
final class CopyBytes {
    private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int END = -1;

    private final CopyBuffer buffer;
    private final BinaryForm[] forms;

    CopyBytes(CopyBuffer buffer, List<BinaryForm> forms) {
        this.buffer = buffer;
        this.forms = forms.toArray(BinaryForm[]::new);
    }

    void write(List<@Nullable Object[]> rows) throws SQLException {
        buffer.add(HEADER, 0, HEADER.length);
        for (@Nullable Object[] row : rows) {
            buffer.addShort(forms.length);
            for (int i = 0; i < forms.length; i++) {
                forms[i].value(row[i], buffer);
            }
            buffer.sendIfFull();
        }
        buffer.addShort(END);
        buffer.send();
    }
}
