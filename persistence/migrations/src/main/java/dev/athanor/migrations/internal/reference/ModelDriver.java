// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.reference;

import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.model.EntityModel;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;
import liquibase.Scope;
import org.jspecify.annotations.Nullable;

/** Connects to a PostgreSQL that has the schema of a persistence unit, for as long as the connection is there. */
public final class ModelDriver implements Driver {
    @Override
    public boolean acceptsURL(String url) {
        return ModelUrl.fits(url);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        ModelUrl model = ModelUrl.of(url);
        Connection connection = open(model.database(), properties);
        try {
            connection.setAutoCommit(false);
            Catalog.of(connection)
                    .stage(entities(model.unit()).in(model.schema()).schema());
            return connection;
        } catch (MigrationException e) {
            connection.close();
            throw new SQLException(e.getMessage(), e);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Drivers of class loaders other than this one's are not the driver manager's to give. */
    private static Connection open(String url, Properties properties) throws SQLException {
        try {
            Driver driver = Class.forName("org.postgresql.Driver", true, loader())
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
            Connection connection = driver.connect(url, properties);
            return connection == null ? DriverManager.getConnection(url, properties) : connection;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("PostgreSQL's driver is not on the class path", e);
        }
    }

    private static EntityModel entities(String unit) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader());
        try {
            return EntityModel.of(unit);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Liquibase's Maven plugin has the project's classes in the thread's class loader, its command line in its own. */
    private static ClassLoader loader() {
        ClassLoader own = Scope.getCurrentScope().getClassLoader();
        return Stream.of(Thread.currentThread().getContextClassLoader(), own)
                .filter(loader -> loader != null && loader.getResource("META-INF/persistence.xml") != null)
                .findFirst()
                .orElse(own);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
