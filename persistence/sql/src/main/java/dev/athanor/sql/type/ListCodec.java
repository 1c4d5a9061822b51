// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Lists, as arrays of the database. */
final class ListCodec<E> implements Codec<List<E>> {
    private final SqlType<E> element;

    ListCodec(SqlType<E> element) {
        this.element = element;
    }

    @Override
    public int jdbcType() {
        return Types.ARRAY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<E> values) throws SQLException {
        @Nullable Object[] elements = new Object[values.size()];
        int i = 0;
        for (E value : values) {
            elements[i++] = value == null ? null : element.codec().element(value);
        }
        Array array = statement.getConnection().createArrayOf(element.name(), elements);
        statement.setArray(index, array);
    }

    /** In the database's manner: every element in quotes, so that none is mistaken for null. */
    @Override
    public String text(List<E> values) {
        StringJoiner elements = new StringJoiner(",", "{", "}");
        for (E value : values) {
            elements.add(value == null ? "NULL" : quoted(element.codec().text(value)));
        }
        return elements.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public @Nullable List<E> read(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        return array.getArray() instanceof Object[] values && fits(values) ? asIs(values) : converted(array);
    }

    private boolean fits(@Nullable Object[] values) {
        for (Object value : values) {
            if (value != null && !element.javaType().isInstance(value)) {
                return false;
            }
        }
        return true;
    }

    /** Elements may be null, which {@link List#of} does not allow. */
    private List<E> asIs(Object[] values) {
        List<E> elements = new ArrayList<>(values.length);
        for (Object value : values) {
            elements.add(element.javaType().cast(value));
        }
        return Collections.unmodifiableList(elements);
    }

    /** What JDBC gives as another class, the element's own reader reads. */
    @SuppressWarnings("NullAway") // elements may be null
    private List<E> converted(Array array) throws SQLException {
        List<E> elements = new ArrayList<>();
        try (ResultSet rows = array.getResultSet()) {
            while (rows.next()) {
                elements.add(element.read(rows, 2));
            }
        }
        return Collections.unmodifiableList(elements);
    }
}
