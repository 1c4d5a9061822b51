// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** How entities of several classes are made of the same columns. Thread-safe. */
final class Blueprints {
    private final List<DatabaseField> fields;
    private final Map<ClassDescriptor, Optional<Blueprint>> known = new ConcurrentHashMap<>();

    Blueprints(List<DatabaseField> fields) {
        this.fields = fields;
    }

    /** That of a class, if its entities are plain. */
    Optional<Blueprint> of(ClassDescriptor descriptor) {
        Optional<Blueprint> blueprint = known.get(descriptor);
        return blueprint == null ? known.computeIfAbsent(descriptor, type -> Blueprint.of(type, fields)) : blueprint;
    }
}
