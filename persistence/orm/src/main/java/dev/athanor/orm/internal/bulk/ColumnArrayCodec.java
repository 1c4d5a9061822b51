// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import dev.athanor.sql.type.Codec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Binds columns of rows: as bytes where the driver of PostgreSQL can be told so, otherwise as texts. Thread-safe. */
public final class ColumnArrayCodec implements Codec<ColumnArray> {
    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, ColumnArray value) throws SQLException {
        Optional<byte[]> bytes = isPossible(statement) ? value.bytes() : Optional.empty();
        if (bytes.isPresent()) {
            DriverArrays.bind(statement, index, value.form().orElseThrow().arrayType(), bytes.get());
        } else {
            statement.setObject(index, value.toString(), Types.OTHER);
        }
    }

    private static boolean isPossible(PreparedStatement statement) throws SQLException {
        try {
            return DriverArrays.isPossible(statement.getConnection());
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    @Override
    public ColumnArray read(ResultSet row, int index) {
        throw new UnsupportedOperationException("columns of rows are not read");
    }

    @Override
    public boolean told() {
        return true;
    }

    @Override
    public Object element(ColumnArray value) {
        return value.toString();
    }
}
