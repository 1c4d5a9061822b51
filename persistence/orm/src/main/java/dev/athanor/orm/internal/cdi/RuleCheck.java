// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.Nested;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.orm.transaction.Retry;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what a method says of its transaction and cannot be done. For one thread. */
final class RuleCheck {
    private static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(Retry.class, Isolation.class, ReadOnly.class, Nested.class);

    private final BeanManager manager;
    private final NamedSessions sessions;

    RuleCheck(BeanManager manager, NamedSessions sessions) {
        this.manager = manager;
        this.sessions = sessions;
    }

    static OrmException refused(String problem) {
        return new OrmException(OrmError.TRANSACTION_RULE_INVALID, problem);
    }

    Stream<String> problems(DeclaredMethod method) {
        if (method.isHidden()) {
            return ANNOTATIONS.stream()
                    .filter(method::hasOwn)
                    .map(annotation -> told(
                            method,
                            annotation,
                            "nothing can stand around a private or static method; make it neither, and call it from"
                                    + " another bean"));
        }
        return ANNOTATIONS.stream().filter(method::has).flatMap(annotation -> reasons(method, annotation)
                .map(reason -> told(method, annotation, reason)));
    }

    private static String told(DeclaredMethod method, Class<? extends Annotation> annotation, String reason) {
        return method.place(annotation) + " has @" + annotation.getSimpleName() + ", but " + reason;
    }

    private Stream<String> reasons(DeclaredMethod method, Class<? extends Annotation> annotation) {
        return Stream.of(
                        annotation == Retry.class ? retrying(method) : inTransaction(method, annotation),
                        values(method, annotation),
                        order(method, annotation))
                .flatMap(Optional::stream);
    }

    private static Optional<String> retrying(DeclaredMethod method) {
        if (method.has(Nested.class)) {
            return Optional.of(
                    "@Nested, too, and a part of a transaction cannot be tried again alone; write @Retry where"
                            + " the transaction begins");
        }
        if (method.isTransactional() && method.attribute().equals("MANDATORY")) {
            return Optional.of("the transaction is its caller's; write @Retry where that begins");
        }
        if (method.management() == TransactionManagement.OF_CONTAINER && !method.isWithoutTransaction()) {
            return Optional.of(
                    "the container begins the transaction of an enterprise bean before anything can stand around"
                            + " it; write @Retry and @Transactional on a bean of CDI, or let this bean begin its transactions"
                            + " itself: @TransactionManagement(TransactionManagementType.BEAN)");
        }
        return Optional.empty();
    }

    private static Optional<String> inTransaction(DeclaredMethod method, Class<? extends Annotation> annotation) {
        if (annotation == Nested.class && method.management() != TransactionManagement.OF_CDI) {
            return Optional.of(
                    "what leaves an enterprise bean lets its container roll back the whole transaction; write"
                            + " session.nested(…) within the method, or have @Nested on a bean of CDI");
        }
        if (method.management() == TransactionManagement.OF_BEAN) {
            return Optional.of("the bean begins its transactions itself, after that; write session.setTransaction(…)"
                    + " within the method, where the transaction has begun");
        }
        if (isDeclared(method) && method.isWithoutTransaction()) {
            return Optional.of("the method is to run without a transaction (" + method.attribute() + "); write"
                    + " another kind of transaction, as REQUIRED");
        }
        if (annotation == Isolation.class && !isDeclared(method)) {
            return Optional.of(
                    "the method begins no transaction that could be isolated; write @Transactional beside it");
        }
        return Optional.empty();
    }

    private static boolean isDeclared(DeclaredMethod method) {
        return method.isTransactional() || method.management() == TransactionManagement.OF_CONTAINER;
    }

    private Optional<String> values(DeclaredMethod method, Class<? extends Annotation> annotation) {
        return annotation == Retry.class
                ? method.find(Retry.class).flatMap(RuleCheck::attempts)
                : session(method, annotation).flatMap(sessions::problem);
    }

    private static Optional<Class<? extends Annotation>> session(
            DeclaredMethod method, Class<? extends Annotation> annotation) {
        if (annotation == Isolation.class) {
            return method.find(Isolation.class).map(Isolation::session);
        }
        return annotation == ReadOnly.class
                ? method.find(ReadOnly.class).map(ReadOnly::session)
                : method.find(Nested.class).map(Nested::session);
    }

    private static Optional<String> attempts(Retry retry) {
        if (retry.attempts() < 2) {
            return Optional.of("there are 2 attempts at least where something is tried again, not " + retry.attempts());
        }
        if (retry.firstWait() < 0 || retry.longestWait() < retry.firstWait()) {
            return Optional.of("waits are not negative, and the longest is not shorter than the first");
        }
        return retry.on().length == 0 ? Optional.of("it names no reason (on) to try again") : Optional.empty();
    }

    /** What begins the transaction may be an interceptor of the application's. */
    private Optional<String> order(DeclaredMethod method, Class<? extends Annotation> annotation) {
        if (!method.isTransactional()) {
            return Optional.empty();
        }
        List<Interceptor<?>> around = manager.resolveInterceptors(
                InterceptionType.AROUND_INVOKE, method.declared().bindings(manager));
        List<Integer> beginning = places(around, DeclaredMethod.TRANSACTIONAL);
        List<Integer> own = places(around, annotation.getName());
        return beginning.isEmpty() || isOrdered(beginning, own)
                ? Optional.empty()
                : Optional.of(around.get(beginning.get(0)).getBeanClass().getName()
                        + ", which stands around what is @Transactional, does not stand where the container's does; give"
                        + " it @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)");
    }

    private static List<Integer> places(List<Interceptor<?>> around, String annotation) {
        return IntStream.range(0, around.size())
                .filter(place -> around.get(place).getInterceptorBindings().stream()
                        .anyMatch(binding -> binding.annotationType().getName().equals(annotation)))
                .boxed()
                .toList();
    }

    /** Of two of ours, one is around what begins the transaction, and one within it. */
    private static boolean isOrdered(List<Integer> beginning, List<Integer> own) {
        return own.size() == 1
                ? beginning.get(0) > own.get(0)
                : beginning.stream().anyMatch(place -> place > own.get(0) && place < own.get(1));
    }
}
