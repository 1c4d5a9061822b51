// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes. Immutable and thread-safe. */
public final class BytesCodec implements Codec<byte[]> {
    @Override
    public int jdbcType() {
        return Types.BINARY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
        statement.setBytes(index, value);
    }

    @Override
    public byte @Nullable [] read(ResultSet row, int index) throws SQLException {
        return row.getBytes(index);
    }

    @Override
    public Object element(byte[] value) {
        return text(value);
    }

    @Override
    public String text(byte[] value) {
        return "\\x" + HexFormat.of().formatHex(value);
    }
}
