// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Unresolved;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which attributes are relations or embedded objects, and what they lead to. */
final class Relations {
    private static final List<String> TO_ONE = List.of("OneToOne", "ManyToOne");
    private static final List<String> TO_MANY = List.of("OneToMany", "ManyToMany");

    private final Compilation compilation;

    Relations(Compilation compilation) {
        this.compilation = compilation;
    }

    /** What an attribute is: as it says, or as its type tells. */
    Kind kind(Attribute attribute) {
        Marks marks = attribute.marks();
        if (mark(attribute, TO_ONE).isPresent()) {
            return Kind.TO_ONE;
        }
        if (mark(attribute, TO_MANY).isPresent()) {
            return Kind.TO_MANY;
        }
        if (marks.has("ElementCollection")) {
            return Kind.ELEMENTS;
        }
        if (marks.own("Json").isPresent() || marks.own("Array").isPresent() || marks.has("Convert")) {
            return Kind.BASIC;
        }
        if (marks.hasAny("Embedded", "EmbeddedId") || is(attribute.type(), "Embeddable")) {
            return Kind.EMBEDDED;
        }
        return byType(attribute);
    }

    private Kind byType(Attribute attribute) {
        if (is(attribute.type(), "Entity")) {
            return Kind.TO_ONE;
        }
        boolean many = collection(attribute.type())
                && argument(attribute.type(), false)
                        .filter(type -> is(type, "Entity"))
                        .isPresent();
        return many ? Kind.TO_MANY : Kind.BASIC;
    }

    boolean is(TypeMirror type, String mark) {
        return compilation
                .classes()
                .element(type)
                .filter(element -> Marks.of(element).has(mark))
                .isPresent();
    }

    /** The annotation that says what a relation is. */
    Optional<Mark> mark(Attribute attribute) {
        return mark(attribute, TO_ONE).or(() -> mark(attribute, TO_MANY));
    }

    private static Optional<Mark> mark(Attribute attribute, List<String> names) {
        return names.stream()
                .map(attribute.marks()::jpa)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The attribute of the target that has the relation's columns. */
    Optional<String> mappedBy(Attribute attribute) {
        return mark(attribute).flatMap(mark -> mark.text("mappedBy"));
    }

    /** The entity that a relation leads to. */
    TypeElement target(Attribute attribute) {
        Optional<TypeMirror> said = mark(attribute).flatMap(mark -> mark.type("targetEntity"));
        Optional<TypeMirror> target = said.or(() ->
                kind(attribute) == Kind.TO_ONE ? Optional.of(attribute.type()) : argument(attribute.type(), false));
        return target.flatMap(compilation.classes()::element)
                .filter(element -> Marks.of(element).has("Entity"))
                .orElseThrow(() -> attribute.problem("leads to "
                        + target.map(TypeMirror::toString).orElse("a type that is not said")
                        + ", which is no entity: name one by targetEntity"));
    }

    /** The type of a collection's values, or of its keys. */
    TypeMirror element(Attribute attribute, boolean key) {
        Optional<TypeMirror> said = key
                ? attribute.marks().jpa("MapKeyClass").flatMap(mark -> mark.type("value"))
                : attribute.marks().jpa("ElementCollection").flatMap(mark -> mark.type("targetClass"));
        return said.or(() -> argument(attribute.type(), key))
                .orElseThrow(() -> attribute.problem("does not say what it has: give its type an argument"));
    }

    boolean map(Attribute attribute) {
        return compilation
                .classes()
                .element(attribute.type())
                .filter(type -> type.getQualifiedName().contentEquals("java.util.Map"))
                .isPresent();
    }

    private boolean collection(TypeMirror type) {
        return compilation
                .classes()
                .element(type)
                .filter(element ->
                        element.getQualifiedName().toString().matches("java\\.util\\.(Collection|List|Set|Map)"))
                .isPresent();
    }

    private static Optional<TypeMirror> argument(TypeMirror type, boolean first) {
        if (!(type instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        TypeMirror argument = arguments.get(first ? 0 : arguments.size() - 1);
        if (argument.getKind() == TypeKind.ERROR) {
            throw new Unresolved(argument.toString());
        }
        return Optional.of(argument);
    }

    /** The embeddable that an attribute is. */
    TypeElement embeddable(Attribute attribute) {
        return embeddable(attribute, attribute.type());
    }

    /** The embeddable that the values of an attribute are. */
    TypeElement embeddable(Attribute attribute, TypeMirror type) {
        return compilation
                .classes()
                .element(type)
                .filter(element -> Marks.of(element).has("Embeddable"))
                .orElseThrow(() -> attribute.problem("is embedded, but " + type + " is no @Embeddable"));
    }

    /** An attribute of a class, or of what is embedded in it. */
    Optional<Attribute> find(TypeElement type, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Attribute> found = compilation.classes().attributes(type).stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
        return dot < 0
                ? found
                : found.filter(attribute -> kind(attribute) == Kind.EMBEDDED)
                        .flatMap(attribute -> find(embeddable(attribute), path.substring(dot + 1)));
    }

    /** The annotation by which an entity says otherwise about a relation that it inherits. */
    Optional<Mark> override(Hierarchy hierarchy, String attribute) {
        return hierarchy.levels().stream()
                .flatMap(level -> Marks.of(level).repeated("AssociationOverride").stream())
                .filter(mark -> mark.text("name").orElse("").equals(attribute))
                .reduce((above, below) -> below);
    }

    /** What an attribute is. */
    enum Kind {
        BASIC,
        EMBEDDED,
        TO_ONE,
        TO_MANY,
        ELEMENTS
    }
}
