// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.IdentityMap;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ArrayRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of the rows of one class, and of those below it in the same tables: by blueprints where their classes
 * are plain. Relies on {@code ObjectBuilder.buildObject} for all others, to find what is in the unit of work already,
 * and to build what is not, of rows whose fields are the descriptor's own; SessionReadTest would notice. For one
 * thread.
 */
final class ClassRows implements EntityRows {
    private final ObjectBuildingQuery query;
    private final ClassDescriptor descriptor;
    private final @Nullable InheritancePolicy inheritance;
    private final Vector<DatabaseField> fields;
    private final DatabaseField[] fieldArray;
    private final int[] positions;
    private final ColumnReader[] readers;
    private final int[] same;
    private final Blueprints blueprints;
    private final int kindPlace;
    private final Map<Object, Optional<Blueprint>> kinds = new HashMap<>();
    private final boolean transactional;
    private @Nullable Blueprint only;
    private @Nullable Blueprint latest;
    private @Nullable IdentityMap identities;

    @SuppressWarnings("JdkObsolete") // EclipseLink's lists of fields are vectors
    ClassRows(
            ObjectBuildingQuery query,
            ClassDescriptor descriptor,
            Blueprints blueprints,
            List<DatabaseField> fields,
            List<Integer> positions,
            Cursor cursor)
            throws SQLException {
        this.query = query;
        this.descriptor = descriptor;
        this.inheritance = descriptor.hasInheritance() ? descriptor.getInheritancePolicy() : null;
        this.blueprints = blueprints;
        this.fields = new Vector<>(fields);
        this.fieldArray = fields.toArray(DatabaseField[]::new);
        this.positions = positions.stream().mapToInt(Integer::intValue).toArray();
        this.readers = readers(fields, this.positions, cursor);
        this.same = same(fields, this.positions);
        this.kindPlace = kindPlace(fields);
        this.transactional = query.getSession() instanceof UnitOfWorkImpl unit
                && SessionContext.of(unit).isInTransaction();
    }

    private static ColumnReader[] readers(List<DatabaseField> fields, int[] positions, Cursor cursor)
            throws SQLException {
        ColumnReader[] readers = new ColumnReader[positions.length];
        for (int i = 0; i < readers.length; i++) {
            readers[i] =
                    positions[i] == 0 ? (row, position) -> null : ColumnReader.of(fields.get(i), cursor, positions[i]);
        }
        return readers;
    }

    /**
     * For each value the place of an earlier one that is read of the same column in the same way; -1 if there is none.
     */
    private static int[] same(List<DatabaseField> fields, int[] positions) {
        int[] same = new int[positions.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = -1;
            for (int j = 0; j < i && positions[i] != 0; j++) {
                if (positions[j] == positions[i]
                        && fields.get(j).getType() != null
                        && fields.get(j).getType() == fields.get(i).getType()) {
                    same[i] = j;
                }
            }
        }
        return same;
    }

    /** Where the column is that tells the class, if rows may be of several. */
    private int kindPlace(List<DatabaseField> all) {
        return inheritance != null && inheritance.shouldReadSubclasses()
                ? all.indexOf(inheritance.getClassIndicatorField())
                : -1;
    }

    /** With an array of its own: relations that are not loaded yet keep it. */
    @Override
    public Row read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = same[i] < 0 ? readers[i].read(row, positions[i]) : values[same[i]];
        }
        return new ClassRow(this, values);
    }

    private @Nullable Object entity(ClassRow row) {
        if (query.getSession() instanceof UnitOfWorkImpl unit) {
            Blueprint blueprint = blueprint(row, unit);
            return blueprint == null ? adopted(built(row), unit) : made(row, blueprint, unit);
        }
        return built(row);
    }

    private @Nullable Blueprint blueprint(ClassRow row, UnitOfWorkImpl unit) {
        if (only != null) {
            return only;
        }
        Blueprint found = found(row, unit).orElse(null);
        if (kindPlace < 0) {
            only = found;
        }
        return found;
    }

    private Optional<Blueprint> found(ClassRow row, UnitOfWorkImpl unit) {
        if (kindPlace >= 0) {
            Object kind = row.value(kindPlace);
            return kind == null ? Optional.empty() : kinds.computeIfAbsent(kind, each -> ofKind(row, unit));
        }
        return inheritance != null && inheritance.shouldReadSubclasses()
                ? Optional.empty()
                : kinds.computeIfAbsent(descriptor, only -> fitting(descriptor, unit));
    }

    private Optional<Blueprint> ofKind(ClassRow row, UnitOfWorkImpl unit) {
        ClassDescriptor concrete =
                inheritance == null ? null : inheritance.getDescriptor(inheritance.classFromRow(row.values(), unit));
        return concrete == null ? Optional.empty() : fitting(concrete, unit);
    }

    private Optional<Blueprint> fitting(ClassDescriptor type, UnitOfWorkImpl unit) {
        return blueprints.of(type).filter(blueprint -> blueprint.fits(query, unit));
    }

    private @Nullable Object made(ClassRow row, Blueprint blueprint, UnitOfWorkImpl unit) {
        Object key = blueprint.key(row, unit);
        if (key == null) {
            return null;
        }
        IdentityMap identities = identities(blueprint, unit);
        Object known = Blueprint.known(key, identities);
        if (known == null) {
            return blueprint.make(row.array, row, key, identities, query, unit, transactional);
        }
        boolean asItIs = !query.shouldRefreshIdentityMapResult() && !blueprint.isPartial(known);
        return adopted(asItIs ? known : built(row), unit);
    }

    private IdentityMap identities(Blueprint blueprint, UnitOfWorkImpl unit) {
        IdentityMap known = identities;
        if (known == null || blueprint != latest) {
            known = blueprint.identities(unit);
            identities = known;
            latest = blueprint;
        }
        return known;
    }

    @Override
    public void resume() {
        identities = null;
    }

    private @Nullable Object built(ClassRow row) {
        AbstractSession session = query.getSession();
        return descriptor
                .getObjectBuilder()
                .buildObject(
                        query,
                        row.values(),
                        null,
                        session,
                        descriptor,
                        inheritance,
                        session.isUnitOfWork(),
                        false,
                        false);
    }

    private static @Nullable Object adopted(@Nullable Object entity, UnitOfWorkImpl unit) {
        if (entity != null) {
            LazyLoads.of(unit).adopt(entity);
        }
        return entity;
    }

    private static final class ClassRow implements Row {
        private final ClassRows rows;
        private final @Nullable Object[] array;
        private @Nullable AbstractRecord record;

        ClassRow(ClassRows rows, @Nullable Object[] array) {
            this.rows = rows;
            this.array = array;
        }

        @Override
        public @Nullable Object value(int place) {
            return array[place];
        }

        @Override
        public @Nullable Object fromEnd(int place) {
            return array[array.length - place];
        }

        @Override
        public AbstractRecord values() {
            if (record == null) {
                record = new ArrayRecord(rows.fields, rows.fieldArray, array);
            }
            return record;
        }

        @Override
        public ClassDescriptor descriptor() {
            return rows.descriptor;
        }

        @Override
        public @Nullable Object entity() {
            return rows.entity(this);
        }
    }
}
