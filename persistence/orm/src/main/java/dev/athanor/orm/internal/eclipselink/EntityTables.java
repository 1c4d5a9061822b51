// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.internal.bulk.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.InsertObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * The rows that entities of a class have in its tables, as EclipseLink's mappings write them. Relies on
 * {@code ObjectBuilder.buildRow} giving the same fields for each entity of a class, the one that tells the class among
 * them; BulkInsertTest would notice. For one use by one thread.
 */
final class EntityTables {
    private final UnitOfWorkImpl unit;
    private final ClassDescriptor descriptor;
    private final ObjectBuilder builder;
    private final InsertObjectQuery query = new InsertObjectQuery();
    private final List<OneToOneMapping> references = new ArrayList<>();
    private final List<CollectionMapping> collections = new ArrayList<>();
    private final Optional<DatabaseField> generated;

    EntityTables(UnitOfWorkImpl unit, ClassDescriptor descriptor) {
        this.unit = unit;
        this.descriptor = descriptor;
        this.builder = descriptor.getObjectBuilder();
        this.generated = GeneratedKeys.areGivenByInsert(descriptor)
                ? Optional.of(descriptor.getSequenceNumberField())
                : Optional.empty();
        query.setSession(unit);
        query.setDescriptor(descriptor);
        descriptor.getMappings().forEach(this::note);
        checkSupported();
    }

    private void note(DatabaseMapping mapping) {
        if (mapping.isReadOnly()) {
            return;
        }
        if (mapping instanceof OneToOneMapping reference && reference.isForeignKeyRelationship()) {
            references.add(reference);
        } else if (mapping instanceof CollectionMapping collection
                && (!mapping.isOneToManyMapping() || mapping.isUnidirectionalOneToManyMapping())) {
            collections.add(collection);
        }
    }

    private void checkSupported() {
        if (descriptor.usesOptimisticLocking()
                && !(descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy)) {
            throw unsupported("is not locked by a version");
        }
        if (Auditors.isHistoric(descriptor)) {
            throw unsupported("has a history, which is written row by row");
        }
        if (descriptor.hasReturningPolicy()) {
            throw unsupported("takes values back that the database gives");
        }
    }

    private OrmException unsupported(String reason) {
        return new OrmException(
                OrmError.BULK_UNSUPPORTED,
                descriptor.getJavaClassName() + " " + reason
                        + "; add the entities to the session, or insert rows by a mapping");
    }

    /** The rows in each table, in the order in which they have to be inserted. */
    List<TableRows> of(List<Object> entities) {
        List<DatabaseField> fields = List.copyOf(record(entities.get(0)).getFields());
        if (references.isEmpty() && collections.isEmpty()) {
            DatabaseTable table = descriptor.getTables().get(0);
            int[] positions = positions(table, fields);
            List<DatabaseField> written =
                    Arrays.stream(positions).mapToObj(fields::get).toList();
            Optional<AttributeRows> plain = AttributeRows.of(descriptor, written);
            if (plain.isPresent()) {
                return List.of(rows(table, written, entities, plain.get()));
            }
        }
        List<AbstractRecord> records = entities.stream().map(this::record).toList();
        List<TableRows> tables = new ArrayList<>();
        for (DatabaseTable table : descriptor.getMultipleTableInsertOrder()) {
            tables.add(rows(table, fields, records));
        }
        return tables;
    }

    private AbstractRecord record(Object entity) {
        AbstractRecord record = builder.createRecord(descriptor.getFields().size(), unit);
        builder.buildRow(record, entity, unit, DatabaseMapping.WriteType.INSERT);
        if (descriptor.usesOptimisticLocking()) {
            query.setObject(entity);
            query.setModifyRow(record);
            descriptor.getOptimisticLockingPolicy().setupWriteFieldsForInsert(query);
        }
        check(entity, record);
        return record;
    }

    private void check(Object entity, AbstractRecord record) {
        for (OneToOneMapping reference : references) {
            boolean empty = reference.getForeignKeyFields().stream().allMatch(field -> record.get(field) == null);
            if (empty && value(reference, entity) != null) {
                throw unsupported("refers by \"" + reference.getAttributeName()
                        + "\" to an entity that has no key yet: insert that one first");
            }
        }
        for (CollectionMapping collection : collections) {
            Object values = value(collection, entity);
            if (values != null && !collection.getContainerPolicy().isEmpty(values)) {
                throw unsupported("has a collection \"" + collection.getAttributeName()
                        + "\" that is not empty, whose rows are in another table");
            }
        }
    }

    private @Nullable Object value(DatabaseMapping mapping, Object entity) {
        return mapping.isAttributeValueFromObjectInstantiated(entity)
                ? mapping.getRealAttributeValueFromObject(entity, unit)
                : null;
    }

    private TableRows rows(
            DatabaseTable table, List<DatabaseField> fields, List<Object> entities, AttributeRows attributes) {
        List<@Nullable Object[]> rows = new ArrayList<>(entities.size());
        for (Object entity : entities) {
            rows.add(attributes.row(entity, unit));
        }
        return new TableRows(
                Names.as(table, Names.of(table)), fields.stream().map(Names::of).toList(), rows);
    }

    private TableRows rows(DatabaseTable table, List<DatabaseField> fields, List<AbstractRecord> records) {
        int[] positions = positions(table, fields);
        List<String> columns = new ArrayList<>();
        for (int position : positions) {
            columns.add(Names.of(fields.get(position)));
        }
        List<@Nullable Object[]> rows = new ArrayList<>(records.size());
        for (AbstractRecord record : records) {
            rows.add(row(record, fields, positions));
        }
        return new TableRows(Names.as(table, Names.of(table)), columns, rows);
    }

    private int[] positions(DatabaseTable table, List<DatabaseField> fields) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            DatabaseField field = fields.get(i);
            if (field.getTable().equals(table)
                    && generated.filter(field::equals).isEmpty()) {
                positions.add(i);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    private static @Nullable Object[] row(AbstractRecord record, List<DatabaseField> fields, int[] positions) {
        @Nullable Object[] row = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            DatabaseField field = fields.get(positions[i]);
            boolean there = positions[i] < record.size()
                    && record.getFields().get(positions[i]).equals(field);
            row[i] = EntityText.plain(there ? record.getValues().get(positions[i]) : record.get(field), field);
        }
        return row;
    }
}
