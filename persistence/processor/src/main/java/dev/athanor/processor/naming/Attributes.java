// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.model.Member;
import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Marks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What attributes are in the generated classes. For what is compiled in one round. */
public final class Attributes {
    private final Compilation compilation;
    private final Members members;
    private final Map<String, Map<String, Known>> types = new HashMap<>();

    Attributes(Compilation compilation, Members members) {
        this.compilation = compilation;
        this.members = members;
    }

    /** An attribute of a class, or one that it inherits; none, if the generated class does not have it. */
    public Optional<Known> of(TypeElement type, String name) {
        Map<String, Known> known = types.get(type.getQualifiedName().toString());
        if (known == null) {
            known = all(type);
            types.put(type.getQualifiedName().toString(), known);
        }
        return Optional.ofNullable(known.get(name));
    }

    private Map<String, Known> all(TypeElement type) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Attribute attribute : compilation.classes().attributes(type)) {
            member(type, attribute).ifPresent(member -> known.put(attribute.name(), new Known(attribute, member)));
        }
        return known;
    }

    private Optional<Member> member(TypeElement type, Attribute attribute) {
        Marks marks = Marks.of(type);
        if (marks.has("Embeddable")) {
            return members.embeddable(attribute);
        }
        Hierarchy hierarchy = compilation.classes().hierarchy(type);
        if (hierarchy.entities().isEmpty()) {
            return attribute.generic() ? Optional.empty() : members.shared(attribute);
        }
        return Optional.of(members.of(hierarchy, attribute));
    }

    /** An attribute, and the field that it is. */
    public record Known(Attribute attribute, Member member) {
        /** Whether it can be null. */
        public boolean nullable() {
            Marks marks = attribute.marks();
            return !(attribute.type().getKind().isPrimitive()
                    || attribute.id()
                    || marks.has("Version")
                    || marks.notNull()
                    || marks.jpa("Column")
                            .flatMap(mark -> mark.truth("nullable"))
                            .filter(yes -> !yes)
                            .isPresent()
                    || marks.jpa("Basic")
                            .flatMap(mark -> mark.truth("optional"))
                            .filter(yes -> !yes)
                            .isPresent());
        }
    }
}
