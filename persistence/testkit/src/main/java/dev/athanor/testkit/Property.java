// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An attribute of an entity or embeddable as JPA sees it: a field, or a pair of methods. Immutable and thread-safe. */
final class Property {
    private final Class<?> owner;
    private final String name;
    private final Optional<Field> field;
    private final Optional<Method> getter;
    private final Optional<Method> setter;
    private final boolean byMethods;

    private Property(Class<?> owner, String name, boolean byMethods) {
        this.owner = owner;
        this.name = name;
        this.field = field(owner, name);
        this.getter = getter(owner, name);
        this.setter = setter(owner, name);
        this.byMethods = chosen(byMethods);
    }

    /** The attribute of a name; none if there is neither a field nor a method that sets it. */
    static Optional<Property> of(Class<?> owner, String name, boolean byMethods) {
        Property property = new Property(owner, name, byMethods);
        return property.field.isPresent() || property.setter.isPresent() ? Optional.of(property) : Optional.empty();
    }

    /** Whether the attributes of a class are its methods: where its key is, the others are. */
    static boolean byMethods(Class<?> type, boolean otherwise) {
        for (Class<?> level : levels(type)) {
            Access access = level.getAnnotation(Access.class);
            if (access != null) {
                return access.value() == AccessType.PROPERTY;
            }
            if (Arrays.stream(level.getDeclaredMethods()).anyMatch(Property::isKey)) {
                return true;
            }
            if (Arrays.stream(level.getDeclaredFields()).anyMatch(Property::isKey)) {
                return false;
            }
        }
        return otherwise;
    }

    private static boolean isKey(AnnotatedElement element) {
        return element.isAnnotationPresent(Id.class) || element.isAnnotationPresent(EmbeddedId.class);
    }

    /** A class and those that it inherits from, itself first. */
    static List<Class<?>> levels(Class<?> type) {
        List<Class<?>> levels = new ArrayList<>();
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            levels.add(level);
        }
        return levels;
    }

    private static Optional<Field> field(Class<?> owner, String name) {
        return levels(owner).stream()
                .flatMap(level -> Arrays.stream(level.getDeclaredFields()))
                .filter(field -> field.getName().equals(name) && !Modifier.isStatic(field.getModifiers()))
                .findFirst()
                .map(Property::opened);
    }

    private static Optional<Method> getter(Class<?> owner, String name) {
        return methods(owner, 0)
                .filter(method -> method.getName().equals("get" + capital(name))
                        || method.getName().equals("is" + capital(name)))
                .findFirst()
                .map(Property::opened);
    }

    private static Optional<Method> setter(Class<?> owner, String name) {
        return methods(owner, 1)
                .filter(method -> method.getName().equals("set" + capital(name)))
                .findFirst()
                .map(Property::opened);
    }

    private static Stream<Method> methods(Class<?> owner, int parameters) {
        return levels(owner).stream()
                .flatMap(level -> Arrays.stream(level.getDeclaredMethods()))
                .filter(method -> method.getParameterCount() == parameters
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers()));
    }

    private static <M extends AccessibleObject> M opened(M member) {
        member.setAccessible(true);
        return member;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private boolean chosen(boolean otherwise) {
        if (getter.filter(Property::isMapped).isPresent()) {
            return setter.isPresent();
        }
        boolean methods = otherwise && field.filter(Property::isMapped).isEmpty();
        return setter.isPresent() && (methods || field.isEmpty());
    }

    private static boolean isMapped(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith("jakarta.persistence."));
    }

    String name() {
        return name;
    }

    /** Its type, with arguments where they are said. */
    Type type() {
        return field.map(Field::getGenericType)
                .or(() -> getter.map(Method::getGenericReturnType))
                .orElseGet(() -> setter.orElseThrow().getGenericParameterTypes()[0]);
    }

    /** The class of its type. */
    Class<?> javaType() {
        return field.<Class<?>>map(Field::getType)
                .or(() -> getter.<Class<?>>map(Method::getReturnType))
                .orElseGet(() -> setter.orElseThrow().getParameterTypes()[0]);
    }

    /** An annotation of the field or of the method that gets it. */
    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return elements()
                .map(element -> Optional.ofNullable(element.getAnnotation(type)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Annotations of a kind that can be repeated. */
    <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return elements().flatMap(element -> Arrays.stream(element.getAnnotationsByType(type)));
    }

    /** All annotations of the field and of the method that gets it. */
    Stream<Annotation> annotations() {
        return elements().flatMap(element -> Arrays.stream(element.getAnnotations()));
    }

    private Stream<AnnotatedElement> elements() {
        return Stream.<Optional<? extends AnnotatedElement>>of(field, getter).flatMap(Optional::stream);
    }

    @Nullable
    Object get(Object object) {
        try {
            if ((byMethods || field.isEmpty()) && getter.isPresent()) {
                return getter.get().invoke(object);
            }
            return field.isPresent() ? field.get().get(object) : null;
        } catch (ReflectiveOperationException e) {
            throw ContractException.attribute(owner, name, "cannot be read: " + reason(e), e);
        }
    }

    /** Sets it, unless a null is given to a primitive. */
    void set(Object object, @Nullable Object value) {
        if (value == null && javaType().isPrimitive()) {
            return;
        }
        try {
            if (byMethods) {
                setter.orElseThrow().invoke(object, value);
            } else {
                field.orElseThrow().set(object, value);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw ContractException.attribute(owner, name, "cannot be set: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof InvocationTargetException invoked ? invoked.getTargetException() : e;
        return String.valueOf(cause);
    }
}
