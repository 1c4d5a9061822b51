// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Where a migration of rows is: a row of a table that is only there while one is not done. For one thread. */
final class DataPosition {
    private final Connection connection;
    private final String table;
    private final String migration;

    DataPosition(Connection connection, String table, String migration) {
        this.connection = connection;
        this.table = table;
        this.migration = migration;
    }

    /** Where to begin, or to go on. */
    Place begin() throws SQLException {
        run("create table if not exists " + table + " (migration text primary key, step integer not null,"
                + " reached text, done bigint not null, changed_at timestamptz not null default now())");
        update("insert into " + table + " (migration, step, done) values (?, 1, 0) on conflict do nothing", migration);
        Place place = read();
        connection.commit();
        return place;
    }

    /** Locks the place, which must be the one that was reached: nobody else may have gone on. */
    void hold(Place reached) throws SQLException {
        if (!read().equals(reached)) {
            throw new MigrationException(
                    MigrationError.MIGRATION_LOCKED, "somebody else goes on with the migration of rows " + migration);
        }
    }

    private Place read() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select step, reached, done from " + table + " where migration = ? for update")) {
            select.setString(1, migration);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Place(0, Optional.empty(), 0);
                }
                return new Place(row.getInt(1), Optional.ofNullable(row.getString(2)), row.getLong(3));
            }
        }
    }

    /** Within the transaction of the batch. */
    void reach(Place place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set step = ?, reached = ?, done = ?, changed_at = now() where migration = ?")) {
            update.setInt(1, place.step());
            update.setString(2, place.reached().orElse(null));
            update.setLong(3, place.done());
            update.setString(4, migration);
            update.executeUpdate();
        }
    }

    /** Within a transaction that somebody else ends, together with the record that all is done. */
    void end() throws SQLException {
        update("delete from " + table + " where migration = ?", migration);
        try (Statement statement = connection.createStatement();
                ResultSet rest = statement.executeQuery("select 1 from " + table + " limit 1")) {
            if (rest.next()) {
                return;
            }
        }
        run("drop table " + table);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void update(String sql, String value) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.executeUpdate();
        }
    }

    /**
     * A place in a migration of rows.
     *
     * @param step which of its loops, from 1 on
     * @param reached the last key that is done
     * @param done how many rows are done in it
     */
    record Place(int step, Optional<String> reached, long done) {
        Place after(String key, long rows) {
            return new Place(step, Optional.of(key), done + rows);
        }

        Place after(long rows) {
            return new Place(step, reached, done + rows);
        }

        Place next() {
            return new Place(step + 1, Optional.empty(), 0);
        }
    }
}
