// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.Column;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a chunk that are maps, by the columns that they have. For one use by one thread. */
final class ColumnMaps implements Chunks.Prepared {
    private final TableWriting writing;
    private final TableSource target;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();

    ColumnMaps(TableWriting writing, TableSource target, List<? extends Map<? extends Column<?>, ?>> maps) {
        this.writing = writing;
        this.target = target;
        for (int i = 0; i < maps.size(); i++) {
            add(i, maps.get(i));
        }
    }

    private void add(int place, Map<? extends Column<?>, ?> map) {
        TreeMap<String, @Nullable Object> values = new TreeMap<>();
        map.forEach((column, value) -> values.put(name(column), plain(column, value)));
        List<String> columns = List.copyOf(values.keySet());
        Group group = groups.computeIfAbsent(
                columns, key -> new Group(new ArrayList<>(), new TableRows(target, key, new ArrayList<>())));
        group.places.add(place);
        group.rows.rows().add(values.values().toArray());
    }

    private String name(Column<?> column) {
        if (column.expression().node() instanceof ColumnReference reference
                && reference.source().sameStructure(target)) {
            return reference.name();
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                "\"" + column.name() + "\" is not a column of \"" + target.alias() + "\", whose rows are written");
    }

    static @Nullable Object plain(Column<?> column, @Nullable Object value) {
        return value == null ? null : plain(column.name(), column.expression().type(), value);
    }

    private static <T> Object plain(String column, SqlType<T> type, Object value) {
        if (!type.javaType().isInstance(value)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the column \"" + column + "\" has values of "
                            + type.javaType().getName() + ", not of "
                            + value.getClass().getName());
        }
        return type.codec().plain(type.javaType().cast(value));
    }

    @Override
    public Runnable write(int from, int to) {
        for (Group group : groups.values()) {
            int first = group.place(from);
            int last = group.place(to);
            if (first < last) {
                writing.insert(group.rows.range(first, last));
            }
        }
        return () -> {};
    }

    /**
     * Maps with the same columns.
     *
     * @param places which of the chunk they are
     * @param rows their values
     */
    private record Group(List<Integer> places, TableRows rows) {
        int place(int place) {
            int found = Collections.binarySearch(places, place);
            return found < 0 ? -found - 1 : found;
        }
    }
}
