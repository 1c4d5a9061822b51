// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ArrayRecord;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.jspecify.annotations.Nullable;

/** Reads rows of plain values, which belong to entities. For one thread. */
final class ValueRows implements EntityRows {
    private final DirectCollectionMapping mapping;
    private final AbstractSession session;
    private final Vector<DatabaseField> fields;
    private final List<Integer> positions = new ArrayList<>();
    private final List<ColumnReader> readers = new ArrayList<>();

    @SuppressWarnings("JdkObsolete") // EclipseLink's lists of fields are vectors
    ValueRows(DirectCollectionMapping mapping, List<EntityPlan.Other> columns, Cursor cursor, AbstractSession session)
            throws SQLException {
        this.mapping = mapping;
        this.session = session;
        this.fields = new Vector<>();
        for (EntityPlan.Other column : columns) {
            fields.add(column.field());
            positions.add(column.position());
            readers.add(ColumnReader.of(column.field(), cursor, column.position()));
        }
    }

    @Override
    public Row read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(row, positions.get(i));
        }
        return new ValueRow(this, new ArrayRecord(fields, fields.toArray(DatabaseField[]::new), values));
    }

    private record ValueRow(ValueRows rows, AbstractRecord values) implements Row {
        @Override
        public @Nullable Object value(int place) {
            return values.get(rows.fields.get(place));
        }

        @Override
        public @Nullable Object fromEnd(int place) {
            return value(rows.fields.size() - place);
        }

        @Override
        public ClassDescriptor descriptor() {
            return rows.mapping.getDescriptor();
        }

        /** The value; null where there is none. */
        @Override
        public @Nullable Object entity() {
            boolean there = rows.mapping.getReferenceKeyFields().stream().allMatch(field -> values.get(field) != null);
            return there ? ValuesLoading.value(rows.mapping, values, rows.session) : null;
        }
    }
}
