// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What is known of a persistence unit, for as long as EclipseLink keeps it deployed. Thread-safe. */
final class MappedUnit {
    private static final String PROPERTY = MappedUnit.class.getName();

    private final Map<ClassDescriptor, EntityPlan> plans = new ConcurrentHashMap<>();

    private final Map<ClassDescriptor, List<ForeignReferenceMapping>> lazyRelations = new ConcurrentHashMap<>();

    private final Map<EntityPlan, Set<OneToOneMapping>> eagerRelations = new ConcurrentHashMap<>();

    private final Partners partners;

    private MappedUnit(Partners partners) {
        this.partners = partners;
    }

    /** That of a session of EclipseLink's; an error if its entities are not woven. */
    static MappedUnit of(ServerSession session) {
        synchronized (session) {
            if (session.getProperty(PROPERTY) instanceof MappedUnit known) {
                return known;
            }
            checkWoven(session);
            Conversions.install(session);
            MappedUnit unit =
                    new MappedUnit(new Partners(session.getDescriptors().values()));
            InStepPolicy.install(session.getDescriptors().values(), unit.partners);
            NewEntities.install(session);
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

    /** Which attributes are two sides of one relation. */
    Partners partners() {
        return partners;
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

    /** The relations to one of all classes of a plan that are read at once. */
    Set<OneToOneMapping> eagerRelations(EntityPlan plan) {
        return eagerRelations.computeIfAbsent(plan, EagerRelations::of);
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
