// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations of a method or class, those that stereotypes and interceptor bindings bring with them, too. What is
 * nearest holds. Immutable.
 */
final class Declared {
    private final Map<String, Annotation> byType;

    private Declared(Map<String, Annotation> byType) {
        this.byType = byType;
    }

    static Declared of(Collection<Annotation> annotations, BeanManager manager) {
        Map<String, Annotation> all = new LinkedHashMap<>();
        addAll(all, annotations, manager);
        return new Declared(all);
    }

    private static void addAll(Map<String, Annotation> all, Collection<Annotation> annotations, BeanManager manager) {
        annotations.forEach(
                annotation -> all.putIfAbsent(annotation.annotationType().getName(), annotation));
        annotations.forEach(annotation -> addAll(all, meant(annotation, manager), manager));
    }

    private static Set<Annotation> meant(Annotation annotation, BeanManager manager) {
        if (manager.isStereotype(annotation.annotationType())) {
            return manager.getStereotypeDefinition(annotation.annotationType());
        }
        return manager.isInterceptorBinding(annotation.annotationType())
                ? manager.getInterceptorBindingDefinition(annotation.annotationType())
                : Set.of();
    }

    /** These, and others where these say nothing. */
    Declared or(Declared others) {
        Map<String, Annotation> all = new LinkedHashMap<>(byType);
        others.byType.forEach(all::putIfAbsent);
        return new Declared(all);
    }

    <A extends Annotation> Optional<A> find(Class<A> type) {
        return Optional.ofNullable(byType.get(type.getName())).map(type::cast);
    }

    boolean has(String type) {
        return byType.containsKey(type);
    }

    boolean has(Class<? extends Annotation> type) {
        return has(type.getName());
    }

    /** The value of an annotation that not every application has the class of, as text. */
    Optional<String> value(String type) {
        return Optional.ofNullable(byType.get(type)).map(Declared::value);
    }

    private static String value(Annotation annotation) {
        try {
            return annotation
                    .annotationType()
                    .getMethod("value")
                    .invoke(annotation)
                    .toString();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(annotation + " has no value that can be read", e);
        }
    }

    /** Those that let something stand around a method. */
    Annotation[] bindings(BeanManager manager) {
        return byType.values().stream()
                .filter(annotation -> manager.isInterceptorBinding(annotation.annotationType()))
                .toArray(Annotation[]::new);
    }
}
