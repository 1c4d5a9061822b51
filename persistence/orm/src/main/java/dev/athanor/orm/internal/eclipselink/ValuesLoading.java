// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.PartLoad;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ArrayRecord;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.jspecify.annotations.Nullable;

/** Loads a collection or map of basic values. For one use by one thread. */
final class ValuesLoading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final DirectCollectionMapping mapping;
    private final Search search;
    private final Source table;

    ValuesLoading(UnitOfWorkImpl unit, MappedUnit mapped, DirectCollectionMapping mapping, Search search) {
        this.unit = unit;
        this.mapped = mapped;
        this.mapping = mapping;
        this.search = search;
        this.table =
                search.part().map(PartLoad.Part::target).orElseGet(() -> Names.as(mapping.getReferenceTable(), "v"));
    }

    void load(List<LazyValue> lazy) {
        Owners owners = new Owners(unit, mapping.getSourceKeyFields(), lazy);
        Map<List<Object>, Contents> contents = contents(owners);
        MapKeys.bring(mapping, contents.values(), unit, mapped);
        owners.forEach((value, key) -> {
            Contents found = contents.get(key);
            if (found != null || search.origin().isEmpty() || !owners.isWhole(key)) {
                Contents known = found == null ? Contents.NONE : found;
                value.load(
                        known.container(mapping.getContainerPolicy(), unit),
                        search.part().isPresent());
            }
        });
    }

    private Map<List<Object>, Contents> contents(Owners owners) {
        if (owners.keys().isEmpty()) {
            return Map.of();
        }
        List<DatabaseField> keys = owners.selected();
        Map<List<Object>, Contents> contents = new LinkedHashMap<>();
        for (AbstractRecord row : rows(keys, owners.keys())) {
            Contents found = contents.computeIfAbsent(Owners.key(keys, row), key -> new Contents());
            if (there(row)) {
                found.add(value(mapping, row, unit), row);
            }
        }
        return contents;
    }

    /** Whether there is a value; a query for owners gives those without any, too. */
    private boolean there(AbstractRecord row) {
        return search.origin().isEmpty()
                || mapping.getReferenceKeyFields().stream().allMatch(field -> row.get(field) != null);
    }

    /** The value that a row has. */
    static Object value(DirectCollectionMapping mapping, AbstractRecord row, AbstractSession session) {
        Object value = row.get(mapping.getDirectField());
        return mapping.getValueConverter() == null
                ? value
                : mapping.getValueConverter().convertDataValueToObjectValue(value, session);
    }

    private List<AbstractRecord> rows(List<DatabaseField> keys, List<List<Object>> wanted) {
        List<DatabaseField> fields = new ArrayList<>(mapping.getReferenceKeyFields());
        fields.add(mapping.getDirectField());
        fields.addAll(MapKeys.fields(mapping));
        Compiled compiled = search.compiled(selection(fields, wanted), unit);
        fields.addAll(keys);
        RowsQuery query = new RowsQuery(new StatementCall(compiled, 0, 0));
        try (Cursor cursor =
                Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()))) {
            return read(cursor, fields);
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private Selection selection(List<DatabaseField> fields, List<List<Object>> wanted) {
        List<Expression> columns = columns(fields);
        List<Expression> referring = columns(mapping.getReferenceKeyFields());
        List<Expression> where = search.part().map(PartLoad.Part::where).orElse(List.of());
        Optional<Origin.Keys> owners = search.origin().map(found -> found.owners(mapping.getSourceKeyFields()));
        if (owners.isEmpty()) {
            columns.addAll(referring);
            List<Expression> all = new ArrayList<>(where);
            all.add(Among.of(referring, wanted));
            return ordered(columns, table, List.of(), all, referring);
        }
        List<Expression> keys = owners.get().columns();
        columns.addAll(keys);
        List<Expression> on = Clauses.equal(referring, keys);
        on.addAll(where);
        return ordered(columns, owners.get().source(), List.of(Clauses.leftJoin(table, on)), List.of(), keys);
    }

    private Selection ordered(
            List<Expression> columns, Source from, List<Join> joins, List<Expression> where, List<Expression> keys) {
        List<Ordering> order = search.part().map(PartLoad.Part::order).orElse(List.of());
        return search.most()
                .map(most -> Clauses.limited(columns, from, joins, where, order, most, keys))
                .orElseGet(() -> Clauses.select(columns, from, joins, where, order));
    }

    private List<Expression> columns(List<DatabaseField> fields) {
        List<Expression> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(new ColumnReference(table, Names.of(field))));
        return columns;
    }

    @SuppressWarnings("JdkObsolete") // EclipseLink's lists of fields are vectors
    private static List<AbstractRecord> read(Cursor cursor, List<DatabaseField> fields) throws SQLException {
        List<ColumnReader> readers = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            readers.add(ColumnReader.of(fields.get(i), cursor, i + 1));
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
