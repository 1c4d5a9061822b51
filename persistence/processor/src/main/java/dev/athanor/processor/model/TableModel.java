// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** A class to be generated. */
public sealed interface TableModel {
    /** The class it is generated for. */
    TypeElement origin();

    /** Its own name. */
    ClassName type();

    /** Its fields. */
    List<Member> members();

    /** The superclass whose generated class it extends, if it extends one. */
    default Optional<TypeElement> parent() {
        return Optional.empty();
    }

    /** The table of an entity. */
    record Entity(
            TypeElement origin,
            ClassName type,
            ClassName entity,
            TableName table,
            TableName own,
            List<TablePart> parts,
            Optional<Kinds> kinds,
            Map<String, String> overrides,
            Optional<TypeElement> parent,
            List<Member> members,
            Reference reference)
            implements TableModel {}

    /** What entities inherit from a mapped superclass. */
    record Superclass(TypeElement origin, ClassName type, Optional<TypeElement> parent, List<Member> members)
            implements TableModel {}

    /** The columns of an embeddable. */
    record Embeddable(TypeElement origin, ClassName type, TypeName embeddable, List<Member> members)
            implements TableModel {}

    /**
     * The key of an entity, where others refer to it: its fields, and the columns of attributes that are overridden.
     */
    record Reference(List<Member> members, Map<String, String> overrides) {}
}
