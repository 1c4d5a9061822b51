// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column of rows, as an array of the database.
 *
 * @param rows the rows
 * @param column which of their columns
 * @param form how its values travel as bytes, if they do
 */
public record ColumnArray(TableRows rows, int column, Optional<BinaryForm> form) {
    private static final int DIMENSIONS = 1;
    private static final int WITH_NULLS = 1;
    private static final int FIRST = 1;

    /** Its bytes, as PostgreSQL's {@code array_recv} reads them; none, if its values have no such form. */
    Optional<byte[]> bytes() throws SQLException {
        if (form.isEmpty() || !form.get().areTaken(rows.rows(), column)) {
            return Optional.empty();
        }
        byte[][] whole = new byte[1][];
        CopyBuffer buffer = new CopyBuffer((bytes, length) -> whole[0] = Arrays.copyOf(bytes, length));
        buffer.addInt(DIMENSIONS);
        buffer.addInt(WITH_NULLS);
        buffer.addInt(form.get().type());
        buffer.addInt(rows.rows().size());
        buffer.addInt(FIRST);
        for (@Nullable Object[] row : rows.rows()) {
            form.get().value(row[column], buffer);
        }
        buffer.send();
        return Optional.of(whole[0]);
    }

    /** As the database reads it. */
    @Override
    public String toString() {
        return rows.array(column);
    }
}
