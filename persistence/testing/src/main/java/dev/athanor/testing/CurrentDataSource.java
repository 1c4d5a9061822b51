// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Leads to one data source after the other: for what is expensive to make, and outlives the database of a test, such as
 * an {@code EntityManagerFactory}. Thread-safe.
 */
public final class CurrentDataSource implements DataSource {
    private volatile @Nullable DataSource current;

    /** Leads to nothing yet. */
    public CurrentDataSource() {}

    /** Leads to another from now on; connections that are there stay what they are. */
    public void lead(DataSource next) {
        current = next;
    }

    private DataSource current() throws SQLException {
        DataSource known = current;
        if (known == null) {
            throw new SQLException("no test has a database yet; call lead(…)");
        }
        return known;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return current().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return current().getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return current().getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        current().setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        current().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return current().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("it depends on the data source that this one leads to");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return current().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return current().isWrapperFor(type);
    }
}
