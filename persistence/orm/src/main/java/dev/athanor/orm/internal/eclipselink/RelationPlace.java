// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * A relation of entities, or of objects that are embedded in them.
 *
 * @param mapping how it is mapped
 * @param path where the objects are that have it, from the entity on
 */
record RelationPlace(ForeignReferenceMapping mapping, List<AggregateObjectMapping> path) {
    /** All relations of a class. */
    static List<RelationPlace> all(ClassDescriptor descriptor) {
        List<RelationPlace> all = new ArrayList<>();
        collect(descriptor, List.of(), all);
        return all;
    }

    private static void collect(
            ClassDescriptor descriptor, List<AggregateObjectMapping> path, List<RelationPlace> all) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof ForeignReferenceMapping relation) {
                all.add(new RelationPlace(relation, path));
            } else if (mapping instanceof AggregateObjectMapping embedded) {
                List<AggregateObjectMapping> longer = new ArrayList<>(path);
                longer.add(embedded);
                collect(embedded.getReferenceDescriptor(), List.copyOf(longer), all);
            }
        }
    }

    /** Whether an option is about it by its name. */
    boolean isNamedBy(Load.Place<?> place) {
        return place.attribute().equals(Optional.of(mapping.getAttributeName()))
                && (path.isEmpty()
                        ? place.inside().isEmpty()
                        : place.inside()
                                .filter(type ->
                                        type == last().getReferenceDescriptor().getJavaClass())
                                .isPresent());
    }

    private AggregateObjectMapping last() {
        return path.get(path.size() - 1);
    }

    /** The object of an entity that has the relation; none if nothing is embedded there. */
    Optional<Object> bearer(Object entity, UnitOfWorkImpl unit) {
        Object bearer = entity;
        for (AggregateObjectMapping embedded : path) {
            bearer = bearer == null ? null : embedded.getRealAttributeValueFromObject(bearer, unit);
        }
        return Optional.ofNullable(bearer);
    }
}
