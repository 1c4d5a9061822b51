// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What is known of a persistence unit, for as long as EclipseLink keeps it deployed. Thread-safe. */
final class MappedUnit {
    private static final String PROPERTY = MappedUnit.class.getName();

    private final Map<ClassDescriptor, EntityPlan> plans = new ConcurrentHashMap<>();

    private final Map<ClassDescriptor, List<ForeignReferenceMapping>> lazyRelations = new ConcurrentHashMap<>();

    /** The classes whose entities have a row in a table first, by its name. */
    private final Map<String, List<ClassDescriptor>> kept;

    private final Map<ClassDescriptor, SoftDeletion> softDeletions = new HashMap<>();
    private final List<EntityFilter> filters;
    private final PageSeal seal = PageSeal.ofItsOwn();

    private MappedUnit(Map<String, List<ClassDescriptor>> kept) {
        this.kept = kept;
        kept.values().stream().flatMap(List::stream).forEach(descriptor -> SoftDeletion.of(descriptor)
                .ifPresent(deletion -> softDeletions.put(descriptor, deletion)));
        this.filters = softDeletions.entrySet().stream()
                .map(entry -> entry.getValue().filter(entry.getKey()))
                .toList();
    }

    /** That of a session of EclipseLink's; an error if its entities are not woven. */
    static MappedUnit of(ServerSession session) {
        synchronized (session) {
            if (session.getProperty(PROPERTY) instanceof MappedUnit known) {
                return known;
            }
            checkWoven(session);
            Conversions.install(session);
            MappedUnit unit = new MappedUnit(byTable(session));
            session.setProperty(PROPERTY, unit);
            return unit;
        }
    }

    private static void checkWoven(ServerSession session) {
        List<String> unwoven = session.getDescriptors().values().stream()
                .filter(MappedUnit::isEntity)
                .filter(descriptor -> !PersistenceWeaved.class.isAssignableFrom(descriptor.getJavaClass()))
                .map(ClassDescriptor::getJavaClassName)
                .sorted()
                .toList();
        if (!unwoven.isEmpty()) {
            throw new OrmException(
                    OrmError.NOT_WOVEN,
                    "EclipseLink has not woven " + unwoven
                            + ": their lazy relations would be read at once; weave them when they are compiled, or start"
                            + " Java with EclipseLink as its agent");
        }
    }

    private static boolean isEntity(ClassDescriptor descriptor) {
        return !descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor();
    }

    private static Map<String, List<ClassDescriptor>> byTable(ServerSession session) {
        return session.getDescriptors().values().stream()
                .distinct()
                .filter(descriptor ->
                        isEntity(descriptor) && !descriptor.getTables().isEmpty())
                .collect(Collectors.groupingBy(
                        descriptor -> Names.of(descriptor.getTables().get(0))));
    }

    /** The classes of the entities that have a row in a table, but for what only those below them have elsewhere. */
    List<ClassDescriptor> kept(TableSource table) {
        List<ClassDescriptor> named = kept.getOrDefault(table.name(), List.of());
        return named.isEmpty()
                ? named
                : named.stream()
                        .filter(descriptor -> Names.isOf(descriptor.getTables().get(0), table))
                        .toList();
    }

    /** How entities of a class are deleted while their rows stay, if they are. */
    Optional<SoftDeletion> softDeletion(ClassDescriptor descriptor) {
        return Optional.ofNullable(softDeletions.get(descriptor));
    }

    /** The filters that entities have by themselves. */
    List<EntityFilter> filters() {
        return filters;
    }

    /** What seals cursors, if the settings of a session do not say. */
    PageSeal seal() {
        return seal;
    }

    /** How the entities of a class are read. */
    EntityPlan plan(ClassDescriptor descriptor) {
        return plans.computeIfAbsent(descriptor, EntityPlan::of);
    }

    /** The relations of a class that are loaded when they are used. */
    List<ForeignReferenceMapping> lazyRelations(ClassDescriptor descriptor) {
        return lazyRelations.computeIfAbsent(descriptor, MappedUnit::lazyRelationsOf);
    }

    private static List<ForeignReferenceMapping> lazyRelationsOf(ClassDescriptor descriptor) {
        List<ForeignReferenceMapping> lazy = new ArrayList<>();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof ForeignReferenceMapping relation && relation.usesIndirection()) {
                lazy.add(relation);
            }
        }
        return List.copyOf(lazy);
    }

    /** The mapping of an entity's class. */
    static ClassDescriptor descriptor(AbstractSession session, Class<?> type) {
        ClassDescriptor descriptor = session.getDescriptor(type);
        if (descriptor == null || !isEntity(descriptor)) {
            throw new OrmException(
                    OrmError.ENTITY_UNKNOWN,
                    type.getName() + " is no entity of the persistence unit " + session.getName()
                            + "; list it in persistence.xml");
        }
        return descriptor;
    }
}
