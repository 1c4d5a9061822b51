// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import dev.athanor.sql.ArrayColumn;
import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.EnumColumn;
import dev.athanor.sql.IntervalColumn;
import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.Type;
import dev.athanor.sql.ValueColumn;
import dev.athanor.sql.render.SchemaRenderer;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.Codec;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A table with a column of every type, and what PostgreSQL thinks of expressions of them. */
final class Facts extends Table implements AutoCloseable {
    enum Mood {
        SAD,
        HAPPY
    }

    final NumberColumn<Long> id = key(bigint("id"));
    final NumberColumn<Short> small = smallint("small");
    final NumberColumn<Integer> whole = integer("whole");
    final NumberColumn<BigDecimal> price = numeric("price");
    final NumberColumn<Float> single = real("single");
    final NumberColumn<Double> real = doublePrecision("double");
    final TextColumn name = text("name");
    final BooleanColumn flag = bool("flag");
    final TemporalColumn<LocalDate> day = date("day");
    final TemporalColumn<LocalTime> clock = time("clock");
    final TemporalColumn<OffsetTime> zoned = temporal("zoned", SqlTypes.TIMETZ);
    final TemporalColumn<LocalDateTime> local = timestamp("local");
    final TemporalColumn<OffsetDateTime> at = timestamptz("at");
    final IntervalColumn<Duration> length = interval("length");
    final ValueColumn<UUID> uuid = uuid("uuid");
    final ValueColumn<byte[]> bytes = bytea("bytes");
    final JsonColumn<String> json = jsonb("json");
    final ValueColumn<String> path = column(
            "path",
            Type.of(
                    "jsonpath",
                    String.class,
                    Codec.of(java.sql.Types.OTHER, (s, i, v) -> s.setObject(i, v), ResultSet::getString)));
    final ArrayColumn<String> tags = array("tags", SqlTypes.TEXT);
    final ArrayColumn<Integer> numbers = array("numbers", SqlTypes.INTEGER);
    final ArrayColumn<LocalDate> days = array("days", SqlTypes.DATE);
    final EnumColumn<Mood> mood = enumeration("mood", SqlTypes.enumeration("mood", Mood.class));
    final EnumColumn<Mood> moodText = enumeration("mood_text", SqlTypes.enumText(Mood.class));
    final EnumColumn<Mood> moodNumber = enumeration("mood_number", SqlTypes.enumNumber(Mood.class));
    final ArrayColumn<Mood> moods = array("moods", SqlTypes.enumeration("mood", Mood.class));

    private final Connection connection;

    Facts(TestDatabase database) throws SQLException {
        super("facts", "f");
        database.execute("""
                create type mood as enum ('SAD', 'HAPPY');
                create table facts (id bigint, small smallint, whole int, price numeric(10, 2), single real,
                  double double precision, name text, flag boolean, day date, clock time, zoned timetz, local timestamp,
                  at timestamptz, length interval, uuid uuid, bytes bytea, json jsonb, path jsonpath, tags text[],
                  numbers int[], days date[], mood mood, mood_text text, mood_number int, moods mood[]);
                insert into facts (id) values (1);

                -- the type of an expression that an index can depend on; null if none can
                create function kept_as(expression text) returns text language plpgsql as $$
                declare type text;
                begin
                  execute format('create index on facts (id) where (%s) is not null', expression);
                  execute format('select pg_typeof(%s) from facts', expression) into type;
                  raise exception sqlstate 'ZZ000';
                exception
                  when sqlstate 'ZZ000' then return type;
                  when syntax_error_or_access_rule_violation or undefined_function or undefined_object
                    or ambiguous_function or datatype_mismatch or cannot_coerce or invalid_object_definition
                    or indeterminate_datatype or wrong_object_type then return null;
                end $$;
                """);
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    /** The version of the server, as 17. */
    int version() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    String text(Expression expression) {
        return new SchemaRenderer().text(source(), expression);
    }

    /** The types of those expressions that PostgreSQL keeps an index on; null for the others. */
    List<@Nullable String> keptAs(List<String> expressions) throws SQLException {
        List<@Nullable String> types = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select kept_as(e) from unnest(?) e")) {
            statement.setArray(1, connection.createArrayOf("text", expressions.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(1);
                    types.add(type == null ? null : Types.of(type));
                }
            }
        } finally {
            connection.rollback();
        }
        return types;
    }

    /** Whether PostgreSQL keeps a column that is generated by an expression. */
    boolean generates(String type, String expression) throws SQLException {
        return runs("create table generated (like facts, generated " + type + " generated always as (" + expression
                + ") stored)");
    }

    private boolean runs(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (!e.getSQLState().startsWith("42") && !e.getSQLState().equals("0A000")) {
                throw e;
            }
            return false;
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
