// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import dev.athanor.testing.PostgresTest.Fresh;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
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
        String key = Connection.class + context.getUniqueId();
        Connection known = store.get(key, Connection.class);
        if (known == null) {
            known = source.getConnection();
            store.put(key, known);
        }
        return known;
    }

    private static PostgresTest test(ExtensionContext context) {
        return declared(classOf(context)).orElseThrow();
    }

    private static Optional<PostgresTest> declared(ExtensionContext context) {
        return context.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, PostgresTest.class));
    }

    /** The context of the class that says it: the one that tests are in, or one around it. */
    private static ExtensionContext classOf(ExtensionContext context) {
        boolean here = context.getTestMethod().isEmpty() && declared(context).isPresent();
        return here ? context : classOf(context.getParent().orElseThrow());
    }

    /** What a test is given, made when it first asks. */
    static Given given(ExtensionContext context) throws SQLException {
        PostgresTest test = test(context);
        ExtensionContext owner = test.fresh() == Fresh.FOR_EACH_CLASS ? classOf(context) : context;
        Store store = owner.getStore(NAMESPACE);
        String key = Given.class + owner.getUniqueId();
        Given known = store.get(key, Given.class);
        if (known == null) {
            known = make(test, context);
            store.put(key, known);
        }
        return known;
    }

    private static Given make(PostgresTest test, ExtensionContext context) throws SQLException {
        if (test.fresh() != Fresh.ROLLED_BACK) {
            return Given.of(fresh(Recipe.of(test), context));
        }
        ExtensionContext owner = classOf(context);
        String key = TestDatabase.class + owner.getUniqueId();
        TestDatabase database = owner.getStore(NAMESPACE).get(key, TestDatabase.class);
        if (database == null) {
            database = fresh(Recipe.of(test), context);
            owner.getStore(NAMESPACE).put(key, database);
        }
        return Given.rolledBack(database);
    }

    private static TestDatabase fresh(Recipe recipe, ExtensionContext context) throws SQLException {
        Optional<String> address = context.getConfigurationParameter(PostgresTest.DATABASE);
        if (address.isEmpty()) {
            return templates(context).copy(recipe);
        }
        TestDatabase database = TestDatabase.emptied(address.get());
        recipe.follow(database);
        return database;
    }

    private static Templates templates(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return Objects.requireNonNull(
                store.getOrComputeIfAbsent(Templates.class, key -> Templates.start(), Templates.class));
    }
}
