// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.AttributeChangeTrackingPolicy;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedChangeTracking;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Project;

/**
 * Tracks the changes of entities as EclipseLink does, with the values that change themselves, for which EclipseLink
 * would compare whole entities; and tells the unit of work of changes in relations that have two sides. Relies on woven
 * entities having the listener that this gives them, on its being asked to copy an entity that was read, and to clear
 * the changes of one that was written; BothSidesTest and ConversionTest would notice.
 */
final class InStepPolicy extends AttributeChangeTrackingPolicy {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> sides;
    private final transient List<MutableValue> mutable;

    private InStepPolicy(Set<String> sides, List<MutableValue> mutable) {
        this.sides = Set.copyOf(sides);
        this.mutable = mutable;
    }

    /** Lets the classes of a unit track their changes so. */
    static void install(Iterable<ClassDescriptor> descriptors, Partners partners, Project project) {
        for (ClassDescriptor descriptor : descriptors) {
            if (MappedUnit.isEntity(descriptor)) {
                Set<String> sides = partners.of(descriptor).keySet();
                Optional<List<MutableValue>> mutable = MutableValue.all(descriptor, project);
                if (isTracked(descriptor)) {
                    install(descriptor, sides, mutable.orElse(List.of()));
                } else if (isWoven(descriptor)) {
                    mutable.ifPresent(values -> install(descriptor, sides, values));
                }
            }
        }
    }

    private static void install(ClassDescriptor descriptor, Set<String> sides, List<MutableValue> mutable) {
        if (!mutable.isEmpty() || !sides.isEmpty() || hasConverted(descriptor)) {
            descriptor.setObjectChangePolicy(new InStepPolicy(sides, mutable));
            trackEmbedded(descriptor);
        }
    }

    private static void trackEmbedded(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof AggregateObjectMapping embedded) {
                ClassDescriptor type = embedded.getReferenceDescriptor();
                type.setObjectChangePolicy(new EmbeddedPolicy());
                trackEmbedded(type);
            }
        }
    }

    /** Whether entities have values that change themselves. */
    boolean compares() {
        return !mutable.isEmpty();
    }

    private static boolean isTracked(ClassDescriptor descriptor) {
        ObjectChangePolicy policy = descriptor.getObjectChangePolicyInternal();
        return policy != null && policy.getClass() == AttributeChangeTrackingPolicy.class;
    }

    /** Whether the class, and what is embedded there, tell of changes. */
    private static boolean isWoven(ClassDescriptor descriptor) {
        return PersistenceWeavedChangeTracking.class.isAssignableFrom(descriptor.getJavaClass())
                && descriptor.getMappings().stream()
                        .allMatch(mapping -> !(mapping instanceof AggregateObjectMapping embedded)
                                || isWoven(embedded.getReferenceDescriptor()));
    }

    private static boolean hasConverted(ClassDescriptor descriptor) {
        return descriptor.getMappings().stream()
                .anyMatch(mapping -> mapping instanceof AbstractDirectMapping direct
                        && direct.getConverter() instanceof TypeConverter<?>);
    }

    @Override
    public PropertyChangeListener setChangeListener(Object entity, UnitOfWorkImpl unit, ClassDescriptor descriptor) {
        InStepListener listener = new InStepListener(descriptor, unit, entity, sides, mutable);
        ((ChangeTracker) entity)._persistence_setPropertyChangeListener(listener);
        return listener;
    }

    private static Optional<InStepListener> listener(Object entity) {
        return ((ChangeTracker) entity)._persistence_getPropertyChangeListener() instanceof InStepListener listener
                ? Optional.of(listener)
                : Optional.empty();
    }

    /** There is none: what was read is kept where it may change itself. */
    @Override
    public Object buildBackupClone(Object entity, ObjectBuilder builder, UnitOfWorkImpl unit) {
        if (compares()) {
            listener(entity).ifPresent(InStepListener::keep);
        }
        return entity;
    }

    @Override
    public void clearChanges(Object entity, UnitOfWorkImpl unit, ClassDescriptor descriptor, boolean forRefresh) {
        super.clearChanges(entity, unit, descriptor, forRefresh);
        listener(entity).ifPresent(InStepListener::keep);
    }

    /** Entities that were read before the first session have copies, and nothing that listens. */
    private static boolean isCompared(Object entity, UnitOfWorkImpl unit) {
        Object copy = unit.getCloneMapping().get(entity);
        return copy != null
                && copy != entity
                && ((ChangeTracker) entity)._persistence_getPropertyChangeListener() == null;
    }

    @Override
    public boolean shouldCompareExistingObjectForChange(
            Object entity, UnitOfWorkImpl unit, ClassDescriptor descriptor) {
        return isCompared(entity, unit) || super.shouldCompareExistingObjectForChange(entity, unit, descriptor);
    }

    @Override
    public ObjectChangeSet createObjectChangeSet(
            Object entity,
            Object copy,
            UnitOfWorkChangeSet changes,
            boolean isNew,
            AbstractSession session,
            ClassDescriptor descriptor) {
        if (!isNew && session instanceof UnitOfWorkImpl unit && isCompared(entity, unit)) {
            return createObjectChangeSetThroughComparison(
                    entity, unit.getCloneMapping().get(entity), changes, false, session, descriptor);
        }
        listener(entity).ifPresent(InStepListener::compare);
        return super.createObjectChangeSet(entity, copy, changes, isNew, session, descriptor);
    }
}
