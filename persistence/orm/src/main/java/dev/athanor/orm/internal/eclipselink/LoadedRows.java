// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.TableSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.DatabaseRecord;

/** The entities of a unit of work that have a row in the table that a command writes, by their keys. */
final class LoadedRows {
    private final UnitOfWorkImpl unit;
    private final TableSource table;
    private final Map<Object, List<Object>> byKey = new LinkedHashMap<>();
    private final List<ColumnReader> readers = new ArrayList<>();

    private LoadedRows(UnitOfWorkImpl unit, TableSource table) {
        this.unit = unit;
        this.table = table;
    }

    static LoadedRows of(UnitOfWorkImpl unit, Command command) {
        LoadedRows rows = new LoadedRows(unit, Changes.target(command));
        Map<Class<?>, Boolean> classes = new HashMap<>();
        for (Object entity : unit.getCloneMapping().keySet()) {
            if (classes.computeIfAbsent(entity.getClass(), rows::isKeptThere)) {
                rows.add(entity);
            }
        }
        return rows;
    }

    private boolean isKeptThere(Class<?> type) {
        return Written.isIn(table, unit.getDescriptor(type));
    }

    private void add(Object entity) {
        if (!unit.isCloneNewObject(entity) && !unit.isObjectDeleted(entity)) {
            byKey.computeIfAbsent(unit.getId(entity), key -> new ArrayList<>(1)).add(entity);
        }
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    List<Object> entities() {
        return byKey.values().stream().flatMap(Collection::stream).toList();
    }

    /** Whether an entity is gone with its row in this table: in others, it has but parts. */
    boolean holdsAll(Object entity) {
        return Names.isOf(unit.getDescriptor(entity).getTables().get(0), table);
    }

    private ClassDescriptor descriptor() {
        return unit.getDescriptor(entities().get(0));
    }

    /** The columns of the key, as they are called in this table. */
    List<Expression> key() {
        return descriptor().getPrimaryKeyFields().stream()
                .<Expression>map(field -> new ColumnReference(table, Names.of(here(field))))
                .toList();
    }

    private DatabaseField here(DatabaseField field) {
        return descriptor().getAdditionalTablePrimaryKeyFields().entrySet().stream()
                .filter(entry -> Names.isOf(entry.getKey(), table))
                .map(entry -> Objects.requireNonNull(entry.getValue().get(field)))
                .findFirst()
                .orElse(field);
    }

    /**
     * The entities of the row that a cursor is at.
     *
     * @param before how many values are before those of the key
     */
    List<Object> at(Cursor cursor, int before) throws SQLException {
        List<DatabaseField> fields = descriptor().getPrimaryKeyFields();
        if (readers.isEmpty()) {
            for (int i = 0; i < fields.size(); i++) {
                readers.add(ColumnReader.of(fields.get(i), cursor, before + i + 1));
            }
        }
        DatabaseRecord record = new DatabaseRecord(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            record.put(fields.get(i), readers.get(i).read(cursor.rows(), before + i + 1));
        }
        Object key = descriptor().getObjectBuilder().extractPrimaryKeyFromRow(record, unit);
        return byKey.getOrDefault(key, List.of());
    }
}
