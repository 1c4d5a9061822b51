// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static dev.athanor.sql.Sql.anyOf;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.text;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.audit.HistoryTable;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Row;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** Reads the history of an entity, from that of all tables it is kept in. For one thread. */
final class HistoryReading {
    private final HistoryTable h = HistoryTable.as("h");
    private final TextExpr column = text(SqlTypes.TEXT, "(jsonb_each({})).key", h.changes);
    private final TextExpr before = text(SqlTypes.TEXT, "(jsonb_each({})).value ->> 'old'", h.changes);
    private final TextExpr after = text(SqlTypes.TEXT, "(jsonb_each({})).value ->> 'new'", h.changes);
    private final Reader reader;

    HistoryReading(Reader reader) {
        this.reader = reader;
    }

    List<Revision> of(Object entity) {
        ClassDescriptor descriptor = MappedUnit.descriptor(reader.unit(), entity.getClass());
        if (!Auditors.isHistoric(descriptor)) {
            throw new OrmException(
                    OrmError.NOT_AUDITED,
                    descriptor.getJavaClassName() + " has no history; annotate it with @Audited, and make the table "
                            + HistoryTable.NAME);
        }
        List<Object> key = Keys.values(reader.unit().getId(entity));
        List<Condition> rows = descriptor.getTables().stream()
                .map(table -> isRow(AuditedTable.of(descriptor, table, Set.of(), List.of()), key))
                .toList();
        List<Row> found = reader.list(
                select(h.number, h.kind, h.changedAt, h.changedBy, column, before, after)
                        .from(h)
                        .where(anyOf(rows))
                        .orderBy(h.number.asc(), column.asc()),
                0);
        return revisions(found, attributes(descriptor));
    }

    private Condition isRow(AuditedTable table, List<Object> key) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(h.rowKey);
        for (int i = 0; i < key.size(); i++) {
            values.add(table.keys().get(i));
            values.add(key.get(i));
        }
        String parts = String.join(", ", Collections.nCopies(key.size(), "cast({} as text), to_jsonb({})"));
        Condition same = text(SqlTypes.BOOLEAN, "{} = jsonb_build_object(" + parts + ")", values.toArray());
        return h.tableName.eq(Names.qualified(table.table())).and(same);
    }

    /** What columns are called: attributes where they are kept in one column. */
    private static Map<String, String> attributes(ClassDescriptor descriptor) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DatabaseTable table : descriptor.getTables()) {
            descriptor.getMappings().stream()
                    .filter(mapping -> mapping instanceof AbstractDirectMapping)
                    .map(mapping -> (AbstractDirectMapping) mapping)
                    .filter(mapping -> mapping.getField().getTable().equals(table))
                    .forEach(mapping -> names.put(Names.of(mapping.getField()), mapping.getAttributeName()));
        }
        return names;
    }

    private List<Revision> revisions(List<Row> rows, Map<String, String> attributes) {
        Map<Long, List<Row>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(there(row, h.number), number -> new ArrayList<>())
                .add(row));
        return grouped.values().stream()
                .map(revision -> revision(revision, attributes))
                .toList();
    }

    private Revision revision(List<Row> rows, Map<String, String> attributes) {
        Row first = rows.get(0);
        List<ValueChange> changes =
                rows.stream().map(row -> change(row, attributes)).toList();
        return new Revision(
                there(first, h.number),
                Revision.Kind.valueOf(there(first, h.kind)),
                there(first, h.changedAt),
                Optional.ofNullable(first.get(h.changedBy)),
                changes);
    }

    private ValueChange change(Row row, Map<String, String> attributes) {
        String name = there(row, column);
        return new ValueChange(attributes.getOrDefault(name, name), row.get(before), row.get(after));
    }

    private static <T> T there(Row row, Expr<T> value) {
        return Objects.requireNonNull(row.get(value), "not null in the table");
    }
}
