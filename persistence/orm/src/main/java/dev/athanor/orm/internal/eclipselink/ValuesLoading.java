// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.ArrayRecord;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.jspecify.annotations.Nullable;

/** Loads a collection or map of basic values. For one use by one thread. */
final class ValuesLoading {
    private final UnitOfWorkImpl unit;
    private final DirectCollectionMapping mapping;

    ValuesLoading(UnitOfWorkImpl unit, DirectCollectionMapping mapping) {
        this.unit = unit;
        this.mapping = mapping;
    }

    void load(List<LazyValue> lazy) {
        Owners owners = new Owners(unit, mapping.getSourceKeyFields(), lazy);
        List<DatabaseField> keys = owners.typed(mapping.getReferenceKeyFields());
        Map<List<Object>, Contents> contents = new LinkedHashMap<>();
        if (!owners.keys().isEmpty()) {
            for (AbstractRecord row : rows(keys, owners.keys())) {
                contents.computeIfAbsent(Owners.key(keys, row), key -> new Contents())
                        .add(value(row), row);
            }
        }
        owners.forEach((value, key) ->
                value.load(contents.getOrDefault(key, Contents.NONE).container(mapping.getContainerPolicy(), unit)));
    }

    private Object value(AbstractRecord row) {
        Object value = row.get(mapping.getDirectField());
        return mapping.getValueConverter() == null
                ? value
                : mapping.getValueConverter().convertDataValueToObjectValue(value, unit);
    }

    private List<AbstractRecord> rows(List<DatabaseField> keys, List<List<Object>> wanted) {
        List<DatabaseField> fields = new ArrayList<>(keys);
        fields.add(mapping.getDirectField());
        fields.addAll(Contents.additional(mapping));
        Compiled compiled = SessionContext.of(unit).compiled(selection(fields, keys, wanted));
        RowsQuery query = new RowsQuery(new StatementCall(compiled, 0, 0));
        try (Cursor cursor =
                Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()))) {
            return read(cursor, fields);
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private Selection selection(List<DatabaseField> fields, List<DatabaseField> keys, List<List<Object>> wanted) {
        Source table = Names.as(mapping.getReferenceTable(), "v");
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        columns(table, fields),
                        List.of(table),
                        List.of(),
                        Optional.of(Among.of(columns(table, keys), wanted)),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
    }

    private static List<Expression> columns(Source table, List<DatabaseField> fields) {
        return fields.stream()
                .<Expression>map(field -> new ColumnReference(table, Names.of(field)))
                .toList();
    }

    @SuppressWarnings("JdkObsolete") // EclipseLink's lists of fields are vectors
    private static List<AbstractRecord> read(Cursor cursor, List<DatabaseField> fields) throws SQLException {
        ResultSetMetaData columns = cursor.rows().getMetaData();
        List<ColumnReader> readers = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            readers.add(ColumnReader.of(fields.get(i), columns, i + 1, cursor.reading()));
        }
        Vector<DatabaseField> vector = new Vector<>(fields);
        DatabaseField[] array = fields.toArray(DatabaseField[]::new);
        List<AbstractRecord> records = new ArrayList<>();
        ResultSet rows = cursor.rows();
        while (cursor.next()) {
            @Nullable Object[] values = new Object[array.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers.get(i).read(rows, i + 1);
            }
            records.add(new ArrayRecord(vector, array, values));
        }
        return records;
    }
}
