// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.Statements;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Behind {@link SessionsOf}: the unit lives in the store of the run, a test's sessions in that of the test. */
final class SessionsExtension implements ParameterResolver, InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(SessionsExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(SessionFactory.class, EntityManagerFactory.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        boolean inTest = context.getTestMethod()
                .filter(parameter.getDeclaringExecutable()::equals)
                .isPresent();
        return type == Session.class
                ? inTest
                : TYPES.contains(type) && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        SessionFactory sessions = sessions(context);
        if (type == EntityManagerFactory.class) {
            return unit(context).factory();
        }
        return type == Session.class ? current(context).session() : sessions;
    }

    private static SessionFactory sessions(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        SessionFactory.class,
                        key -> unit(context).sessions(statements(context)),
                        SessionFactory.class));
    }

    private static Statements statements(ExtensionContext context) {
        if (declared(context, PostgresTest.class).isEmpty()) {
            throw new ParameterResolutionException("the class "
                    + context.getRequiredTestClass().getName() + " has sessions but no database: add @PostgresTest");
        }
        try {
            return Statements.given(context);
        } catch (SQLException e) {
            throw new ParameterResolutionException("no database for the test: " + e.getMessage(), e);
        }
    }

    /** What the test's class says, or one around it. */
    private static <A extends Annotation> Optional<A> declared(ExtensionContext context, Class<A> type) {
        return context.getTestClass()
                .flatMap(tested -> AnnotationSupport.findAnnotation(tested, type))
                .or(() -> context.getParent().flatMap(around -> declared(around, type)));
    }

    private static TestedUnit unit(ExtensionContext context) {
        String name = declared(context, SessionsOf.class).orElseThrow().value();
        Store store = context.getRoot().getStore(NAMESPACE);
        TestedUnit known = store.get(name, TestedUnit.class);
        if (known == null) {
            known = TestedUnit.of(name);
            store.put(name, known);
        }
        return known;
    }

    private static CurrentSession current(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(CurrentSession.class, key -> new CurrentSession(), CurrentSession.class));
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    private static void run(Invocation<@Nullable Void> test, ExtensionContext context) throws Throwable {
        CurrentSession current = context.getStore(NAMESPACE).get(CurrentSession.class, CurrentSession.class);
        if (current == null) {
            test.proceed();
        } else {
            current.during(sessions(context), test);
        }
    }
}
