// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

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
                collect(embedded.getReferenceDescriptor(), longer(path, embedded), all);
            }
        }
    }

    static List<AggregateObjectMapping> longer(List<AggregateObjectMapping> path, AggregateObjectMapping embedded) {
        List<AggregateObjectMapping> longer = new ArrayList<>(path);
        longer.add(embedded);
        return List.copyOf(longer);
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

    /** The attributes that lead to it, with dots between them. */
    String name() {
        return Stream.concat(path.stream(), Stream.of(mapping))
                .map(DatabaseMapping::getAttributeName)
                .collect(Collectors.joining("."));
    }

    /** The relation of an embedded object that is, or was, where the entity has one. */
    @Nullable
    Object valueIn(@Nullable Object embedded, UnitOfWorkImpl unit) {
        return embedded == null
                ? null
                : bearer(path.subList(1, path.size()), embedded, unit)
                        .map(bearer -> mapping.getRealAttributeValueFromObject(bearer, unit))
                        .orElse(null);
    }

    /** The attribute of the entity that it is, or is in. */
    DatabaseMapping root() {
        return path.isEmpty() ? mapping : path.get(0);
    }

    private AggregateObjectMapping last() {
        return path.get(path.size() - 1);
    }

    /** The object of an entity that has the relation; none if nothing is embedded there. */
    Optional<Object> bearer(Object entity, UnitOfWorkImpl unit) {
        return bearer(path, entity, unit);
    }

    static Optional<Object> bearer(List<AggregateObjectMapping> path, Object entity, UnitOfWorkImpl unit) {
        Object bearer = entity;
        for (AggregateObjectMapping embedded : path) {
            bearer = bearer == null ? null : embedded.getRealAttributeValueFromObject(bearer, unit);
        }
        return Optional.ofNullable(bearer);
    }
}
