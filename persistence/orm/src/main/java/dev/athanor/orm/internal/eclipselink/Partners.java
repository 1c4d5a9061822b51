// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Which relations of a unit's classes, and of what is embedded in them, are two sides of one. EclipseLink keeps that
 * only for some kinds of relations, so that others are told by the columns they share. Immutable and thread-safe.
 */
final class Partners {
    private final Map<ClassDescriptor, Map<String, Partner>> partners = new HashMap<>();

    /** Those of all classes of a unit. */
    Partners(Iterable<ClassDescriptor> descriptors) {
        for (ClassDescriptor descriptor : descriptors) {
            if (MappedUnit.isEntity(descriptor)) {
                for (RelationPlace inverse : RelationPlace.all(descriptor)) {
                    owning(inverse).ifPresent(owning -> pair(descriptor, inverse, owning));
                }
            }
        }
    }

    /**
     * A relation with another side.
     *
     * @param place where it is
     * @param name how the entities that it leads to call the other side
     */
    record Partner(RelationPlace place, String name) {}

    private void pair(ClassDescriptor descriptor, RelationPlace inverse, RelationPlace owning) {
        put(descriptor, inverse, owning.name());
        family(owning.root().getDescriptor()).forEach(member -> put(member, owning, inverse.name()));
    }

    private void put(ClassDescriptor descriptor, RelationPlace place, String partner) {
        partners.computeIfAbsent(descriptor, any -> new HashMap<>()).put(place.name(), new Partner(place, partner));
    }

    private static List<ClassDescriptor> family(ClassDescriptor descriptor) {
        List<ClassDescriptor> family = new ArrayList<>(List.of(descriptor));
        if (descriptor.hasInheritance()) {
            family.addAll(descriptor.getInheritancePolicy().getAllChildDescriptors());
        }
        return family;
    }

    /** The side that is written, of a relation of which this is the other. */
    private static Optional<RelationPlace> owning(RelationPlace inverse) {
        ClassDescriptor target = inverse.mapping().getReferenceDescriptor();
        return target == null
                ? Optional.empty()
                : RelationPlace.all(target).stream()
                        .filter(owning -> areSides(inverse.mapping(), owning))
                        .findFirst();
    }

    private static boolean areSides(ForeignReferenceMapping inverse, RelationPlace place) {
        ForeignReferenceMapping owning = place.mapping();
        if (inverse instanceof OneToManyMapping) {
            return place.name().equals(inverse.getMappedBy());
        }
        if (inverse instanceof ManyToManyMapping many) {
            return many.isReadOnly() && owning instanceof ManyToManyMapping other && areSides(many, other);
        }
        return inverse instanceof OneToOneMapping one
                && !one.isForeignKeyRelationship()
                && owning instanceof OneToOneMapping other
                && other.isForeignKeyRelationship()
                && reversed(other.getSourceToTargetKeyFields()).equals(one.getSourceToTargetKeyFields());
    }

    private static boolean areSides(ManyToManyMapping inverse, ManyToManyMapping owning) {
        return !owning.isReadOnly()
                && inverse.getRelationTable().equals(owning.getRelationTable())
                && inverse.getSourceRelationKeyFields().equals(owning.getTargetRelationKeyFields())
                && inverse.getTargetRelationKeyFields().equals(owning.getSourceRelationKeyFields());
    }

    private static Map<DatabaseField, DatabaseField> reversed(Map<DatabaseField, DatabaseField> fields) {
        Map<DatabaseField, DatabaseField> reversed = new HashMap<>();
        fields.forEach((one, other) -> reversed.put(other, one));
        return reversed;
    }

    /** The relations of a class that have another side, by their names. */
    Map<String, Partner> of(ClassDescriptor descriptor) {
        return partners.getOrDefault(descriptor, Map.of());
    }
}
