// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Vector;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ArrayRecord;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of the rows of one class, and of those below it in the same tables. Relies on
 * {@code ObjectBuilder.buildObject} to find what is in the unit of work already, and to build what is not, of rows
 * whose fields are the descriptor's own; SessionReadTest would notice. For one thread.
 */
final class ClassRows implements EntityRows {
    private final ObjectBuildingQuery query;
    private final ClassDescriptor descriptor;
    private final @Nullable InheritancePolicy inheritance;
    private final Vector<DatabaseField> fields;
    private final DatabaseField[] fieldArray;
    private final int[] positions;
    private final ColumnReader[] readers;

    @SuppressWarnings("JdkObsolete") // EclipseLink's lists of fields are vectors
    ClassRows(
            ObjectBuildingQuery query,
            ClassDescriptor descriptor,
            List<DatabaseField> fields,
            List<Integer> positions,
            Cursor cursor)
            throws SQLException {
        this.query = query;
        this.descriptor = descriptor;
        this.inheritance = descriptor.hasInheritance() ? descriptor.getInheritancePolicy() : null;
        this.fields = new Vector<>(fields);
        this.fieldArray = fields.toArray(DatabaseField[]::new);
        this.positions = positions.stream().mapToInt(Integer::intValue).toArray();
        this.readers = readers(fields, this.positions, cursor);
    }

    private static ColumnReader[] readers(List<DatabaseField> fields, int[] positions, Cursor cursor)
            throws SQLException {
        ResultSetMetaData columns = cursor.rows().getMetaData();
        ColumnReader[] readers = new ColumnReader[positions.length];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = ColumnReader.of(fields.get(i), columns, positions[i], cursor.reading());
        }
        return readers;
    }

    /** With an array of its own: relations that are not loaded yet keep it. */
    @Override
    public Row read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(row, positions[i]);
        }
        return new ClassRow(this, new ArrayRecord(fields, fieldArray, values));
    }

    private @Nullable Object entity(AbstractRecord values) {
        AbstractSession session = query.getSession();
        return descriptor
                .getObjectBuilder()
                .buildObject(
                        query, values, null, session, descriptor, inheritance, session.isUnitOfWork(), false, false);
    }

    private record ClassRow(ClassRows rows, AbstractRecord values) implements Row {
        @Override
        public ClassDescriptor descriptor() {
            return rows.descriptor;
        }

        @Override
        public @Nullable Object entity() {
            return rows.entity(values);
        }
    }
}
