// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;

/** What a method of a bean, or else its class, says of transactions. Immutable. */
final class DeclaredMethod {
    static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    private static final String OF_ENTERPRISE_BEANS = "jakarta.ejb.TransactionAttribute";
    private static final Set<String> WITHOUT = Set.of("NOT_SUPPORTED", "NEVER");

    private final Class<?> bean;
    private final Method method;
    private final Declared own;
    private final Declared all;
    private final TransactionManagement management;

    DeclaredMethod(DeclaredBean bean, Method method, Declared own) {
        this.bean = bean.type();
        this.method = method;
        this.own = own;
        this.all = own.or(bean.declared());
        this.management = bean.management();
    }

    <A extends Annotation> Optional<A> find(Class<A> type) {
        return all.find(type);
    }

    boolean has(Class<? extends Annotation> type) {
        return all.has(type);
    }

    /** Whether it says so itself. */
    boolean hasOwn(Class<? extends Annotation> type) {
        return own.has(type);
    }

    Declared declared() {
        return all;
    }

    TransactionManagement management() {
        return management;
    }

    boolean isTransactional() {
        return all.has(TRANSACTIONAL);
    }

    /** What is said of the transaction of its callers. */
    String attribute() {
        String annotation = management == TransactionManagement.OF_CDI ? TRANSACTIONAL : OF_ENTERPRISE_BEANS;
        return all.value(annotation).orElse("REQUIRED");
    }

    /** Whether the container sees to it that there is no transaction. */
    boolean isWithoutTransaction() {
        return WITHOUT.contains(attribute());
    }

    /** Whether it is one that nothing can stand around. */
    boolean isHidden() {
        return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
    }

    /** Where an annotation is. */
    String place(Class<? extends Annotation> annotation) {
        return hasOwn(annotation) ? bean.getName() + "." + method.getName() : bean.getName();
    }
}
