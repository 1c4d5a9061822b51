// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.reference;

import java.sql.Driver;
import java.util.Objects;
import java.util.Properties;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which the schema of a persistence unit is there: within one transaction, that ends with the
 * connection and leaves nothing. For one thread at a time.
 */
public final class ModelConnection extends JdbcConnection {
    private String url = ModelUrl.PREFIX;

    @Override
    public boolean supports(@Nullable String address) {
        return ModelUrl.fits(address);
    }

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public void open(String address, Driver driver, Properties properties) throws DatabaseException {
        url = address;
        super.open(address, driver, properties);
    }

    @Override
    protected String getConnectionUrl() {
        return url;
    }

    @Override
    public boolean getAutoCommit() {
        return false;
    }

    /** Stays as it is. */
    @Override
    public void setAutoCommit(boolean autoCommit) {}

    /** What is there is never to stay. */
    @Override
    public void commit() {}

    /** What is there stays until the end. */
    @Override
    public void rollback() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(url);
    }
}
