// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** The entities of a chunk, by their classes. For one use by one thread. */
final class EntityInsertion implements Chunks.Prepared {
    private final TableWriting writing;
    private final UnitOfWorkImpl unit;
    private final List<Group> groups = new ArrayList<>();

    EntityInsertion(TableWriting writing, List<?> entities) {
        this.writing = writing;
        this.unit = writing.unit();
        Map<ClassDescriptor, Group> byClass = new LinkedHashMap<>();
        for (int i = 0; i < entities.size(); i++) {
            Object entity = entities.get(i);
            byClass.computeIfAbsent(descriptor(entity), Group::new).add(i, entity);
        }
        groups.addAll(byClass.values());
        groups.forEach(Group::prepare);
    }

    private ClassDescriptor descriptor(Object entity) {
        if (unit.getCloneMapping().containsKey(entity)) {
            throw new OrmException(
                    OrmError.BULK_UNSUPPORTED,
                    "an entity of " + entity.getClass().getName()
                            + " is in the session, which inserts it itself when it is flushed");
        }
        return MappedUnit.descriptor(unit, entity.getClass());
    }

    @Override
    public Runnable write(int from, int to) {
        List<Runnable> after = new ArrayList<>();
        for (Group group : groups) {
            after.add(group.write(from, to));
        }
        return () -> after.forEach(Runnable::run);
    }

    /** Those of one class. */
    private final class Group {
        private final ClassDescriptor descriptor;
        private final EntityTables tables;
        private final boolean heard;
        private final List<Integer> places = new ArrayList<>();
        private final List<Object> entities = new ArrayList<>();
        private List<TableRows> rows = List.of();

        Group(ClassDescriptor descriptor) {
            this.descriptor = descriptor;
            this.tables = new EntityTables(unit, descriptor);
            this.heard =
                    descriptor.hasEventManager() && descriptor.getEventManager().hasAnyEventListeners();
        }

        void add(int place, Object entity) {
            places.add(place);
            entities.add(entity);
        }

        void prepare() {
            Failures.translated(() -> {
                entities.forEach(entity -> tell(DescriptorEventManager.PrePersistEvent, entity));
                new GeneratedKeys(writing.reader()).assign(descriptor, entities);
                rows = tables.of(entities);
            });
        }

        private void tell(int event, Object entity) {
            if (heard) {
                DescriptorEvent told = new DescriptorEvent(entity);
                told.setEventCode(event);
                told.setDescriptor(descriptor);
                told.setSession(unit);
                descriptor.getEventManager().executeEvent(told);
            }
        }

        Runnable write(int from, int to) {
            int first = place(from);
            int last = place(to);
            if (first < last) {
                insert(first, last);
            }
            return () -> Failures.translated(() -> entities.subList(first, last).forEach(this::inserted));
        }

        private int place(int place) {
            int found = Collections.binarySearch(places, place);
            return found < 0 ? -found - 1 : found;
        }

        private void insert(int first, int last) {
            if (!GeneratedKeys.areGivenByInsert(descriptor)) {
                rows.forEach(table -> writing.insert(table.range(first, last)));
                return;
            }
            generate(first, last);
            if (rows.size() > 1) {
                List<TableRows> all = tables.of(entities.subList(first, last));
                all.subList(1, all.size()).forEach(writing::insert);
            }
        }

        /** The first table gives the keys. */
        private void generate(int first, int last) {
            TableRows table = rows.get(0).range(first, last);
            AbstractDirectMapping mapping = descriptor.getObjectBuilder().getSequenceMapping();
            Expression key = new ColumnReference(table.target(), Names.of(descriptor.getSequenceNumberField()));
            List<Long> keys = writing.generate(table, key);
            for (int i = 0; i < keys.size(); i++) {
                mapping.setAttributeValueInObject(entities.get(first + i), mapping.getObjectValue(keys.get(i), unit));
            }
        }

        /** Known to be written, but not by this session: detached. */
        private void inserted(Object entity) {
            if (entity instanceof PersistenceEntity known) {
                known._persistence_setId(descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unit));
            }
            tell(DescriptorEventManager.PostInsertEvent, entity);
        }
    }
}
