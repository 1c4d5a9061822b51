// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Settings of the session that migrates, by which PostgreSQL notices soon that its client is gone: by itself it goes on
 * with a long statement, and keeps the lock, until it has something to send; and a machine that vanished without a word
 * is noticed after hours.
 */
final class SessionCare {
    private static final Logger LOG = Logger.getLogger(SessionCare.class.getName());
    private static final Map<String, String> SETTINGS = Map.of(
            "tcp_keepalives_idle", "20",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "client_connection_check_interval", "2s");

    private final Connection connection;

    private SessionCare(Connection connection) {
        this.connection = connection;
    }

    static SessionCare begin(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            set(connection, setting.getKey(), setting.getValue());
        }
        return new SessionCare(connection);
    }

    /** A version that does not know a setting has no row for it; a platform may refuse one. */
    private static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config(name, ?, false) from pg_catalog.pg_settings where name = ?")) {
            statement.setString(1, value);
            statement.setString(2, name);
            statement.execute();
        } catch (SQLException e) {
            if (!connection.getAutoCommit() || connection.isClosed()) {
                throw e;
            }
            LOG.log(Level.FINE, e, () -> "this server has no use for " + name);
        }
    }

    /** Gives the session its own settings back. */
    void end() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : SETTINGS.keySet()) {
                statement.execute("select set_config(name, reset_val, false) from pg_catalog.pg_settings where name = '"
                        + name + "'");
            }
        }
    }
}
