// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application's beans of a type, by their qualifiers. Filled while the application starts. */
final class Producers<T> {
    /** Of beans that say nothing of qualifiers. */
    static final Set<Annotation> UNQUALIFIED = Set.of(Any.Literal.INSTANCE, Default.Literal.INSTANCE);

    private final Class<T> type;
    private final List<Bean<?>> beans = new ArrayList<>();

    Producers(Class<T> type) {
        this.type = type;
    }

    void addIfFitting(Bean<?> bean) {
        if (bean.getTypes().contains(type)) {
            beans.add(bean);
        }
    }

    /** All the different sets of qualifiers. */
    Set<Set<Annotation>> qualifiers() {
        return beans.stream().map(Bean::getQualifiers).collect(Collectors.toUnmodifiableSet());
    }

    /** The sets of qualifiers of those that may be injected where these are wanted. */
    Stream<Set<Annotation>> fitting(Set<Annotation> wanted, BeanManager manager) {
        return qualifiers().stream()
                .filter(qualifiers -> wanted.stream().allMatch(one -> isAmong(qualifiers, one, manager)));
    }

    private static boolean isAmong(Set<Annotation> qualifiers, Annotation wanted, BeanManager manager) {
        return wanted.annotationType() == Any.class
                || qualifiers.stream().anyMatch(other -> manager.areQualifiersEquivalent(wanted, other));
    }

    /** Those with exactly these qualifiers; an error if it is not clear which. */
    Optional<T> of(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        return bean(qualifiers, manager).map(bean -> type.cast(manager.getReference(bean, type, context)));
    }

    /** All of those with exactly these qualifiers; they stay until the application ends. */
    List<T> allOf(Set<Annotation> qualifiers, BeanManager manager) {
        return having(qualifiers)
                .map(bean -> type.cast(manager.getReference(bean, type, manager.createCreationalContext(bean))))
                .toList();
    }

    private Stream<Bean<?>> having(Set<Annotation> qualifiers) {
        return beans.stream().filter(bean -> bean.getQualifiers().equals(qualifiers));
    }

    Optional<Bean<?>> bean(Set<Annotation> qualifiers, BeanManager manager) {
        Set<Bean<?>> fitting = having(qualifiers).collect(Collectors.toUnmodifiableSet());
        try {
            return Optional.ofNullable(manager.resolve(fitting));
        } catch (AmbiguousResolutionException e) {
            throw new OrmException(
                    OrmError.SESSION_NOT_PROVIDED,
                    "several beans of type " + type.getSimpleName() + " have the qualifiers " + shown(qualifiers) + ": "
                            + fitting + "; give each another qualifier",
                    e);
        }
    }

    /** As they are written in Java. */
    static String shown(Set<Annotation> qualifiers) {
        String shown = qualifiers.stream()
                .map(Annotation::annotationType)
                .filter(qualifier -> qualifier != Any.class && qualifier != Default.class)
                .map(qualifier -> "@" + qualifier.getSimpleName())
                .sorted()
                .collect(Collectors.joining(" "));
        return shown.isEmpty() ? "@Default" : shown;
    }
}
