// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.Session;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import dev.athanor.orm.outbox.OutboxFigures;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.sql.SqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of an outbox, on the connections of transactions. Thread-safe. */
final class OutboxRows {
    private static final String PENDING = "PENDING";
    private static final String DEAD = "DEAD";

    private final OutboxSql sql;
    private final OutboxSettings settings;
    private final String heads;
    private final String claim;

    OutboxRows(OutboxSettings settings) {
        this.sql = new OutboxSql(settings.table());
        this.settings = settings;
        this.heads = sql.heads(settings.isBlockedByDeadLetters());
        this.claim = sql.claim(
                settings.isBlockedByDeadLetters(), settings.stuckAfter().toMillis());
    }

    OutboxSql sql() {
        return sql;
    }

    /** The next events of so many keys after one. */
    List<Head> heads(Session session, String after, int most) {
        return on(session, heads, statement -> {
            statement.setString(1, after);
            statement.setInt(2, most);
            List<Head> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Head(rows.getString(1), rows.getLong(2)));
                }
            }
            return found;
        });
    }

    /** The next event of a key, claimed for this transaction; none if it is not due, or another has claimed it. */
    Optional<Pending> claim(Session session, String key) {
        return on(session, claim, statement -> {
            statement.setString(1, key);
            boolean isRows = statement.execute();
            while (!isRows) {
                isRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(pending(key, rows)) : Optional.empty();
            }
        });
    }

    /** Those that come after one that is claimed. */
    List<Pending> followers(Session session, Pending claimed, int most) {
        if (most == 0) {
            return List.of();
        }
        return on(session, sql.followers(), statement -> {
            statement.setString(1, claimed.key());
            statement.setLong(2, claimed.number());
            statement.setInt(3, most);
            List<Pending> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(pending(claimed.key(), rows));
                }
            }
            return found;
        });
    }

    private static Pending pending(String key, ResultSet row) throws SQLException {
        return new Pending(
                row.getLong(1),
                key,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getInt(6));
    }

    void delivered(Session session, List<Pending> events) {
        boolean kept = !settings.kept().isZero();
        on(session, sql.delivered(kept), statement -> {
            Object[] numbers = events.stream().map(Pending::number).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("int8", numbers));
            return statement.executeUpdate();
        });
    }

    /** One is tried again later, or never; whether it still was to be delivered. */
    boolean failed(Session session, Pending event, String error, Duration later, boolean dead) {
        return on(session, sql.failed(), statement -> {
            statement.setString(1, dead ? DEAD : PENDING);
            statement.setString(2, error);
            statement.setLong(3, later.toMillis());
            statement.setBoolean(4, dead);
            statement.setLong(5, event.number());
            statement.setInt(6, event.attempts());
            return statement.executeUpdate() > 0;
        });
    }

    /** Deletes some of those that have stayed long enough; how many. */
    int purge(Session session) {
        return on(session, sql.purge(), statement -> {
            statement.setLong(1, settings.kept().toMillis());
            return statement.executeUpdate();
        });
    }

    OutboxFigures figures(Session session, long delivered, long failed) {
        return on(session, sql.figures(), statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new OutboxFigures(
                        row.getLong(1), Duration.ofMillis(row.getLong(2)), row.getLong(3), delivered, failed);
            }
        });
    }

    private static <T> T on(Session session, String sql, Use<T> use) {
        Connection connection = EclipseLinkSession.of(session).connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
