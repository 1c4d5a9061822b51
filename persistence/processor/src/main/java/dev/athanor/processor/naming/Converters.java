// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.Mark;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The classes that convert attributes by JPA's contract. */
public final class Converters {
    private final Types types;
    private final Map<String, TypeElement> applied = new TreeMap<>();

    /** Those of a compilation: none yet. */
    public Converters(Types types) {
        this.types = types;
    }

    /** Adds one, if it is applied to attributes that do not say so. */
    public void add(Element converter) {
        boolean applies = Marks.of(converter)
                .jpa("Converter")
                .filter(mark -> mark.is("autoApply"))
                .isPresent();
        if (applies && converter instanceof TypeElement type) {
            applied.put(type.getQualifiedName().toString(), type);
        }
    }

    /**
     * The converter of an attribute of a type. Of several that apply by themselves it is the one beside the attribute's
     * class: classes of several persistence units may be compiled together.
     */
    public Optional<TypeElement> of(Optional<Mark> convert, TypeMirror attribute, Element place) {
        if (convert.isPresent() && convert.get().is("disableConversion")) {
            return Optional.empty();
        }
        Optional<TypeMirror> said = convert.flatMap(mark -> mark.type("converter"));
        return said.isPresent() ? said.map(type -> (TypeElement) types.asElement(type)) : applied(attribute, place);
    }

    private Optional<TypeElement> applied(TypeMirror attribute, Element place) {
        List<TypeElement> fitting = applied.values().stream()
                .filter(converter -> types.isSameType(sides(converter).get(0), attribute))
                .toList();
        if (fitting.size() < 2) {
            return fitting.stream().findFirst();
        }
        List<TypeElement> beside = fitting.stream()
                .filter(converter -> packageOf(converter).equals(packageOf(place)))
                .toList();
        if (beside.size() != 1) {
            throw new Problem(
                    place, "the converters " + fitting + " all apply to " + attribute + ": choose one by @Convert");
        }
        return Optional.of(beside.get(0));
    }

    private static Element packageOf(Element element) {
        Element around = element;
        while (around.getKind() != ElementKind.PACKAGE) {
            around = Objects.requireNonNull(around.getEnclosingElement());
        }
        return around;
    }

    /** The types of the attribute and of the column. */
    public List<? extends TypeMirror> sides(TypeElement converter) {
        return sides(converter.asType())
                .orElseThrow(() -> new Problem(converter, converter.getSimpleName() + " is no AttributeConverter"));
    }

    private Optional<List<? extends TypeMirror>> sides(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .contentEquals("jakarta.persistence.AttributeConverter")) {
            return Optional.of(declared.getTypeArguments());
        }
        return types.directSupertypes(type).stream()
                .map(this::sides)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
