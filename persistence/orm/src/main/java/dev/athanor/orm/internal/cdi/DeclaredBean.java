// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a bean's class says of transactions. Immutable. */
final class DeclaredBean {
    private static final List<String> ENTERPRISE_BEANS =
            List.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");
    private static final String MANAGEMENT = "jakarta.ejb.TransactionManagement";

    private final AnnotatedType<?> type;
    private final Declared declared;
    private final BeanManager manager;

    DeclaredBean(AnnotatedType<?> type, BeanManager manager) {
        this.type = type;
        this.manager = manager;
        this.declared = declared(type.getAnnotations());
    }

    Class<?> type() {
        return type.getJavaClass();
    }

    Declared declared() {
        return declared;
    }

    TransactionManagement management() {
        if (ENTERPRISE_BEANS.stream().noneMatch(declared::has)) {
            return TransactionManagement.OF_CDI;
        }
        return declared.value(MANAGEMENT).filter("BEAN"::equals).isPresent()
                ? TransactionManagement.OF_BEAN
                : TransactionManagement.OF_CONTAINER;
    }

    Stream<DeclaredMethod> methods() {
        return type.getMethods().stream()
                .filter(method -> method.getJavaMember().getDeclaringClass() != Object.class)
                .map(this::declared);
    }

    /** What is called when beans are. */
    DeclaredMethod method(Method called) {
        return type.getMethods().stream()
                .filter(method -> method.getJavaMember().equals(called))
                .findFirst()
                .map(this::declared)
                .orElseGet(() -> new DeclaredMethod(this, called, declared(List.of(called.getAnnotations()))));
    }

    private DeclaredMethod declared(AnnotatedMethod<?> method) {
        return new DeclaredMethod(this, method.getJavaMember(), declared(method.getAnnotations()));
    }

    private Declared declared(Collection<Annotation> annotations) {
        return Declared.of(annotations, manager);
    }
}
