// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import dev.athanor.testing.PostgresTest.Fresh;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Behind {@link PostgresTest}: what a test is given lives in the store of the test's context or its class's, which
 * closes it; server and templates in that of the run.
 */
final class PostgresExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);
    private static final Set<Class<?>> TYPES =
            Set.of(TestDatabase.class, DataSource.class, Connection.class, Statements.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType())
                && parameter.getDeclaringExecutable() instanceof Method
                && (context.getTestMethod().isPresent() || test(context).fresh() == Fresh.FOR_EACH_CLASS);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        try {
            Given given = given(context);
            if (type == TestDatabase.class) {
                return given.database();
            }
            return type == Statements.class ? given.statements() : supplied(type, given, context);
        } catch (SQLException e) {
            throw new ParameterResolutionException("no database for the test: " + e.getMessage(), e);
        }
    }

    private static Object supplied(Class<?> type, Given given, ExtensionContext context) throws SQLException {
        DataSource source = given.statements().dataSource();
        if (type == DataSource.class) {
            return source;
        }
        Store store = context.getStore(NAMESPACE);
        Connection known = store.get(Connection.class, Connection.class);
        if (known == null) {
            known = source.getConnection();
            store.put(Connection.class, known);
        }
        return known;
    }

    private static PostgresTest test(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PostgresTest.class)
                .or(() -> context.getParent().map(PostgresExtension::test))
                .orElseThrow();
    }

    /** What a test is given, made when it first asks. */
    static Given given(ExtensionContext context) throws SQLException {
        PostgresTest test = test(context);
        Store store = (test.fresh() == Fresh.FOR_EACH_CLASS ? classOf(context) : context).getStore(NAMESPACE);
        Given known = store.get(Given.class, Given.class);
        if (known == null) {
            known = make(test, context);
            store.put(Given.class, known);
        }
        return known;
    }

    private static Given make(PostgresTest test, ExtensionContext context) throws SQLException {
        Templates templates = templates(context);
        if (test.fresh() != Fresh.ROLLED_BACK) {
            return Given.of(templates.copy(Recipe.of(test)));
        }
        Store shared = classOf(context).getStore(NAMESPACE);
        TestDatabase database = shared.get(Fresh.ROLLED_BACK, TestDatabase.class);
        if (database == null) {
            database = templates.copy(Recipe.of(test));
            shared.put(Fresh.ROLLED_BACK, database);
        }
        return Given.rolledBack(database);
    }

    private static Templates templates(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return Objects.requireNonNull(
                store.getOrComputeIfAbsent(Templates.class, key -> Templates.start(), Templates.class));
    }

    /** The context of the outermost class that tests are in. */
    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext parent = context.getParent().orElse(context);
        return context.getTestMethod().isEmpty() && parent.getTestClass().isEmpty() ? context : classOf(parent);
    }
}
