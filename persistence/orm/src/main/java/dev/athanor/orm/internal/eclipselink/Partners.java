// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Which attributes of a unit's classes are two sides of one relation. EclipseLink keeps that only for some kinds of
 * relations, so that others are told by the columns they share. Immutable and thread-safe.
 */
final class Partners {
    private final Map<ClassDescriptor, Map<String, String>> partners = new HashMap<>();

    /** Those of all classes of a unit. */
    Partners(Iterable<ClassDescriptor> descriptors) {
        for (ClassDescriptor descriptor : descriptors) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof ForeignReferenceMapping inverse) {
                    owning(inverse).ifPresent(owning -> pair(inverse, owning));
                }
            }
        }
    }

    private void pair(ForeignReferenceMapping inverse, ForeignReferenceMapping owning) {
        put(inverse.getDescriptor(), inverse.getAttributeName(), owning.getAttributeName());
        family(owning.getDescriptor())
                .forEach(member -> put(member, owning.getAttributeName(), inverse.getAttributeName()));
    }

    private void put(ClassDescriptor descriptor, String attribute, String partner) {
        partners.computeIfAbsent(descriptor, any -> new HashMap<>()).put(attribute, partner);
    }

    private static List<ClassDescriptor> family(ClassDescriptor descriptor) {
        List<ClassDescriptor> family = new ArrayList<>(List.of(descriptor));
        if (descriptor.hasInheritance()) {
            family.addAll(descriptor.getInheritancePolicy().getAllChildDescriptors());
        }
        return family;
    }

    /** The side that is written, of a relation of which this is the other. */
    private static Optional<ForeignReferenceMapping> owning(ForeignReferenceMapping inverse) {
        return inverse.getReferenceDescriptor() == null
                ? Optional.empty()
                : inverse.getReferenceDescriptor().getMappings().stream()
                        .filter(ForeignReferenceMapping.class::isInstance)
                        .map(ForeignReferenceMapping.class::cast)
                        .filter(owning -> areSides(inverse, owning))
                        .findFirst();
    }

    private static boolean areSides(ForeignReferenceMapping inverse, ForeignReferenceMapping owning) {
        if (inverse instanceof OneToManyMapping) {
            return owning.getAttributeName().equals(inverse.getMappedBy());
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

    /** The attributes of a class that have another side, with the attributes that are these. */
    Map<String, String> of(ClassDescriptor descriptor) {
        return partners.getOrDefault(descriptor, Map.of());
    }
}
