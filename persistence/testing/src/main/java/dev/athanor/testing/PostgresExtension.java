// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link PostgresTest}: the database lives in the store of the test's context, which closes it. */
final class PostgresExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestDatabase.class, key -> newDatabase(context), TestDatabase.class);
    }

    private static TestDatabase newDatabase(ExtensionContext context) {
        Optional<String> address = context.getConfigurationParameter(PostgresTest.DATABASE);
        try {
            return address.isPresent()
                    ? TestDatabase.emptied(address.get())
                    : TestServer.shared().newDatabase();
        } catch (SQLException e) {
            throw new ParameterResolutionException("no database for the test: " + e.getMessage(), e);
        }
    }
}
