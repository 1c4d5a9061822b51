// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads classes: what they inherit from, and their attributes. */
public final class ClassReader {
    private final Types types;

    /** A reader of a compilation. */
    public ClassReader(Types types) {
        this.types = types;
    }

    /** An entity with what it inherits from. */
    public Hierarchy hierarchy(TypeElement entity) {
        return new Hierarchy(levels(entity));
    }

    /** The classes of entities and mapped superclasses above and including one, from the top on. */
    private List<TypeElement> levels(TypeElement type) {
        List<TypeElement> levels = new ArrayList<>();
        for (Optional<TypeElement> level = Optional.of(type); level.isPresent(); level = parent(level.get())) {
            if (level.get() == type || Marks.of(level.get()).hasAny("Entity", "MappedSuperclass")) {
                levels.add(0, level.get());
            }
        }
        return levels;
    }

    /** The superclass. */
    public Optional<TypeElement> parent(TypeElement type) {
        TypeMirror parent = type.getSuperclass();
        if (parent.getKind() == TypeKind.ERROR) {
            throw new Unresolved(parent.toString());
        }
        return element(parent);
    }

    /** The class of a type. */
    public Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) types.asElement(type))
                : Optional.empty();
    }

    /** The type that a method has for a class. */
    public ExecutableType signature(ExecutableElement method, TypeElement type) {
        return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    }

    /** The attributes of a class and of those that it inherits from. */
    public List<Attribute> attributes(TypeElement type) {
        boolean properties = properties(type);
        return levels(type).stream()
                .flatMap(level -> declared(level, (DeclaredType) type.asType(), properties).stream())
                .toList();
    }

    /** The attributes of a mapped superclass alone. */
    public List<Attribute> own(TypeElement type) {
        return declared(type, (DeclaredType) type.asType(), properties(type));
    }

    /** Whether the attributes of a hierarchy are its properties, unless one of its classes says otherwise. */
    private boolean properties(TypeElement type) {
        for (TypeElement level : levels(type)) {
            if (!Marks.of(level).has("Access")) {
                if (ElementFilter.fieldsIn(level.getEnclosedElements()).stream().anyMatch(ClassReader::mapped)) {
                    return false;
                }
                if (ElementFilter.methodsIn(level.getEnclosedElements()).stream()
                        .anyMatch(ClassReader::mapped)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mapped(Element element) {
        return Marks.of(element).mapped();
    }

    private List<Attribute> declared(TypeElement level, DeclaredType seen, boolean inherited) {
        boolean properties = access(level).map("PROPERTY"::equals).orElse(inherited);
        List<Attribute> attributes = new ArrayList<>();
        for (Element element : level.getEnclosedElements()) {
            boolean property = element.getKind() == ElementKind.METHOD;
            if (property ? getter(element) : element.getKind() == ElementKind.FIELD) {
                boolean chosen = access(element)
                        .map(access -> access.equals(property ? "PROPERTY" : "FIELD"))
                        .orElse(property == properties);
                if (chosen && persistent(element) && (!property || settable(element, level))) {
                    attributes.add(attribute(element, level, seen));
                }
            }
        }
        return attributes;
    }

    private static Optional<String> access(Element element) {
        return Marks.of(element).jpa("Access").flatMap(access -> access.constant("value"));
    }

    private static boolean persistent(Element element) {
        return !element.getModifiers().contains(Modifier.STATIC)
                && !element.getModifiers().contains(Modifier.TRANSIENT)
                && !Marks.of(element).has("Transient");
    }

    /** What only computes something is no property, if it does not say that it is. */
    private static boolean settable(Element getter, TypeElement type) {
        String name = getter.getSimpleName().toString();
        String setter = "set" + name.substring(name.startsWith("is") ? 2 : 3);
        return mapped(getter)
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(setter)
                                && method.getParameters().size() == 1);
    }

    private static boolean getter(Element element) {
        ExecutableElement method = (ExecutableElement) element;
        String name = method.getSimpleName().toString();
        boolean truth = method.getReturnType().getKind() == TypeKind.BOOLEAN;
        return method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && ((name.startsWith("get") && name.length() > 3)
                        || (truth && name.startsWith("is") && name.length() > 2))
                && !name.equals("getClass");
    }

    private Attribute attribute(Element element, TypeElement level, DeclaredType seen) {
        TypeMirror declared = value(element.asType());
        TypeMirror type = value(types.asMemberOf(seen, element));
        boolean generic = !types.isSameType(declared, type);
        if (type.getKind() == TypeKind.ERROR) {
            throw new Unresolved(type.toString());
        }
        return new Attribute(name(element), element, type, generic || variable(type), Marks.of(element), level);
    }

    private static boolean variable(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(ClassReader::variable));
    }

    private static TypeMirror value(TypeMirror type) {
        return type instanceof ExecutableType method ? method.getReturnType() : type;
    }

    private static String name(Element element) {
        String name = element.getSimpleName().toString();
        if (element.getKind() == ElementKind.FIELD) {
            return name;
        }
        String property = name.substring(name.startsWith("is") ? 2 : 3);
        boolean abbreviation = property.length() > 1
                && Character.isUpperCase(property.charAt(0))
                && Character.isUpperCase(property.charAt(1));
        return abbreviation ? property : Character.toLowerCase(property.charAt(0)) + property.substring(1);
    }
}
