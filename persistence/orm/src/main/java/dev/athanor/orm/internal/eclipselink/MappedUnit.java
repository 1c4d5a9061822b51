// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** What is known of a persistence unit, for as long as EclipseLink keeps it deployed. Thread-safe. */
final class MappedUnit {
    private static final String PROPERTY = MappedUnit.class.getName();

    private final Map<ClassDescriptor, EntityPlan> plans = new ConcurrentHashMap<>();
    private final List<ClassDescriptor> descriptors;
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicReference<@Nullable MaskedColumns> masked = new AtomicReference<>();

    private final Auditors auditors;
    private final Map<ClassDescriptor, List<RelationPlace>> lazyRelations = new ConcurrentHashMap<>();

    private final Map<EntityPlan, Set<OneToOneMapping>> eagerRelations = new ConcurrentHashMap<>();
    private final Map<EntityPlan, List<ForeignReferenceMapping>> eagerTargets = new ConcurrentHashMap<>();
    private final Map<EntityPlan, KeyReading.Columns> columns = new ConcurrentHashMap<>();

    private final Partners partners;
    private final List<ClassDescriptor> compared;

    private final TableUses uses;
    private final PageSeal seal = PageSeal.ofItsOwn();

    private MappedUnit(Collection<ClassDescriptor> descriptors, Partners partners, Auditors auditors, TableUses uses) {
        this.descriptors = List.copyOf(descriptors);
        this.partners = partners;
        this.compared = this.descriptors.stream()
                .filter(MappedUnit::isEntity)
                .filter(descriptor -> isCompared(descriptor.getObjectChangePolicy()))
                .toList();
        this.auditors = auditors;
        this.uses = uses;
    }

    private static boolean isCompared(ObjectChangePolicy policy) {
        return policy.isDeferredChangeDetectionPolicy() || (policy instanceof InStepPolicy ours && ours.compares());
    }

    /** That of a session of EclipseLink's; an error if its entities are not woven. */
    static MappedUnit of(ServerSession session) {
        synchronized (session) {
            if (session.getProperty(PROPERTY) instanceof MappedUnit known) {
                return known;
            }
            checkWoven(session);
            Conversions.install(session);
            Collection<ClassDescriptor> descriptors = session.getDescriptors().values();
            Partners partners = new Partners(descriptors);
            Auditors auditors = Auditors.install(session);
            InStepPolicy.install(descriptors, partners, session.getProject());
            UnreadMaps.install(descriptors);
            NewEntities.install(session, partners);
            GuardedReads.install(descriptors);
            RepeatedChanges.install(session);
            SilentRollback.install(session);
            if (session.hasExternalTransactionController()) {
                MutedController.install(session); // its classes are a server's
            }
            MappedUnit unit = new MappedUnit(descriptors, partners, auditors, TableUses.of(session));
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
                            + ": their lazy relations would be read at once; weave them when they are compiled, or"
                            + " start Java with EclipseLink as its agent");
        }
    }

    static boolean isEntity(ClassDescriptor descriptor) {
        return !descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor();
    }

    /** What tables are used for. */
    TableUses uses() {
        return uses;
    }

    /** What seals cursors, if the settings of a session do not say. */
    PageSeal seal() {
        return seal;
    }

    /** Whose changes are noted. */
    Auditors auditors() {
        return auditors;
    }

    /** Which attributes are two sides of one relation. */
    Partners partners() {
        return partners;
    }

    /** How the entities of a class are read. */
    EntityPlan plan(ClassDescriptor descriptor) {
        return plans.computeIfAbsent(descriptor, EntityPlan::of);
    }

    /** The number of a transaction that somebody is told of. */
    long nextTransaction() {
        return transactions.incrementAndGet();
    }

    /** The columns whose values are not to be shown. */
    MaskedColumns masked() {
        MaskedColumns known = masked.get();
        if (known == null) {
            known = MaskedColumns.of(descriptors);
            masked.set(known);
        }
        return known;
    }

    /** The relations of a class, and of what is embedded there, that are loaded when they are used. */
    List<RelationPlace> lazyRelations(ClassDescriptor descriptor) {
        return lazyRelations.computeIfAbsent(descriptor, MappedUnit::lazyRelationsOf);
    }

    private static List<RelationPlace> lazyRelationsOf(ClassDescriptor descriptor) {
        return RelationPlace.all(descriptor).stream()
                .filter(place -> place.mapping().usesIndirection())
                .toList();
    }

    /** What entities of a plan are read by, whatever their keys. */
    KeyReading.Columns columns(EntityPlan plan) {
        return columns.computeIfAbsent(plan, KeyReading.Columns::of);
    }

    /** The relations to one of all classes of a plan that are read at once. */
    Set<OneToOneMapping> eagerRelations(EntityPlan plan) {
        return eagerRelations.computeIfAbsent(plan, EagerRelations::of);
    }

    /** The classes whose entities are compared when they are flushed, as not all of their changes are told. */
    List<ClassDescriptor> compared() {
        return compared;
    }

    /** The relations of all classes of a plan that are read at once by EclipseLink's statements. */
    List<ForeignReferenceMapping> eagerTargets(EntityPlan plan) {
        return eagerTargets.computeIfAbsent(plan, HiddenTargets::of);
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
