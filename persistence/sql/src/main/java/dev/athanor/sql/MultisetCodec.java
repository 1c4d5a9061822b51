// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.TextRows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a query that travel as one value. Equal to others that make the same of them, so that what reads
 * records is made once.
 */
final class MultisetCodec<R> implements Codec<List<R>> {
    private final Result<R> result;
    private final Object shape;

    MultisetCodec(Result<R> result) {
        this.result = result;
        this.shape = result.shape();
    }

    @Override
    public int jdbcType() {
        return Types.OTHER;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<R> value) {
        throw new SqlException(SqlError.STATEMENT_INVALID, "a multiset is what is selected; it cannot be compared");
    }

    @Override
    public @Nullable List<R> read(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return null;
        }
        List<?> list = value instanceof List<?> there ? there : NestedText.read(value.toString());
        List<List<?>> rows = new ArrayList<>(list.size());
        list.forEach(one -> rows.add((List<?>) one));
        List<R> read = new ArrayList<>(rows.size());
        ResultSet nested = TextRows.of(rows);
        while (nested.next()) {
            read.add(result.read(nested));
        }
        return Collections.unmodifiableList(read);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MultisetCodec<?> codec && shape.equals(codec.shape);
    }

    @Override
    public int hashCode() {
        return shape.hashCode();
    }
}
