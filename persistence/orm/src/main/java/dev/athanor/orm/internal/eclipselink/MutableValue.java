// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FieldsLockingPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Project;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of entities, or of objects that are embedded in them, whose values may be changed themselves.
 *
 * @param mapping how it is mapped
 * @param path where the objects are that have it, from the entity on
 */
record MutableValue(AbstractDirectMapping mapping, List<AggregateObjectMapping> path) {
    /** All of a class; nothing if its changes can be found by comparing whole entities only. */
    static Optional<List<MutableValue>> all(ClassDescriptor descriptor, Project project) {
        List<MutableValue> all = new ArrayList<>();
        return collect(descriptor, project, List.of(), all) ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    private static boolean collect(
            ClassDescriptor descriptor, Project project, List<AggregateObjectMapping> path, List<MutableValue> all) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof TypeConverter<?>) {
                if (direct.isMutable()) {
                    all.add(new MutableValue(direct, path));
                }
            } else if (!(mapping instanceof AggregateObjectMapping embedded)) {
                if (!mapping.isChangeTrackingSupported(project)) {
                    return false;
                }
            } else if (!collect(
                    embedded.getReferenceDescriptor(), project, RelationPlace.longer(path, embedded), all)) {
                return false;
            }
        }
        return !(descriptor.getOptimisticLockingPolicy() instanceof FieldsLockingPolicy)
                && (path.isEmpty() || !descriptor.hasInheritance());
    }

    /** The object that has it; none if nothing is embedded there. */
    Optional<Object> bearer(Object entity, UnitOfWorkImpl unit) {
        return RelationPlace.bearer(path, entity, unit);
    }

    /** The attribute of the entity that it is, or is in. */
    String root() {
        return (path.isEmpty() ? mapping : path.get(0)).getAttributeName();
    }

    String attribute() {
        return mapping.getAttributeName();
    }

    @Nullable
    Object of(Object bearer) {
        return mapping.getAttributeValueFromObject(bearer);
    }

    /** What is bound of the value that it has now, which does not change with it. */
    Object bound(Object bearer, UnitOfWorkImpl unit) {
        return mapping.getConverter().convertObjectValueToDataValue(of(bearer), unit);
    }

    /** A value like that which was bound. */
    @Nullable
    Object value(Object bound, UnitOfWorkImpl unit) {
        return mapping.getConverter().convertDataValueToObjectValue(bound, unit);
    }
}
