// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/**
 * What has a mapping: an entity, or something in it. Immutable.
 *
 * @param embedded whether it is a part of an entity, which may be missing
 * @param shared whether rows of other classes are in its table, too
 * @param element whether a collection has it
 */
record MappedOwner(ClassDescriptor descriptor, boolean embedded, boolean shared, boolean element) {
    private static final String NOT_NULL = "jakarta.validation.constraints.NotNull";

    MappedOwner(ClassDescriptor descriptor, boolean embedded) {
        this(descriptor, embedded, !embedded && isBelowInSameTable(descriptor), false);
    }

    /** What a collection has, of which EclipseLink takes everything for a key. */
    static MappedOwner element(ClassDescriptor descriptor) {
        return new MappedOwner(descriptor, false, false, true);
    }

    MappedOwner below(MappedOwner other) {
        return new MappedOwner(
                descriptor, embedded || other.embedded, shared || other.shared, element || other.element);
    }

    boolean hasKey(DatabaseMapping mapping) {
        return !element && mapping.isPrimaryKeyMapping();
    }

    /** Rows of other classes have nothing in its columns. */
    private static boolean isBelowInSameTable(ClassDescriptor descriptor) {
        InheritancePolicy policy = descriptor.getInheritancePolicyOrNull();
        return policy != null
                && policy.getParentDescriptor() != null
                && !descriptor.hasTablePerClassPolicy()
                && policy.getParentDescriptor().getTables().containsAll(descriptor.getTables());
    }

    Optional<AnnotatedElement> attribute(DatabaseMapping mapping) {
        return Member.of(descriptor.getJavaClass(), mapping.getAttributeName()).map(Member::element);
    }

    boolean maybeNull(AbstractDirectMapping mapping, DatabaseField field, Optional<AnnotatedElement> attribute) {
        boolean ofAbove = shared
                && !embedded
                && descriptor
                                .getInheritancePolicy()
                                .getParentDescriptor()
                                .getMappingForAttributeName(mapping.getAttributeName())
                        != null;
        if (shared && !ofAbove) {
            return true;
        }
        Class<?> type = mapping.getAttributeClassification();
        boolean primitive = type != null && type.isPrimitive() && !embedded && mapping.getConverter() == null;
        return field.isNullable() && mapping.isOptional() && !primitive && !isSaidNotNull(attribute);
    }

    private static boolean isSaidNotNull(Optional<AnnotatedElement> attribute) {
        return attribute.stream()
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().getName().equals(NOT_NULL));
    }
}
