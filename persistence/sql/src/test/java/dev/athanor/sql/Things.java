// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A table with a column of every type, and two rows: one of values, one of nulls. */
final class Things extends Table {
    enum Mood {
        SAD,
        OK,
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
    final TemporalColumn<LocalDateTime> local = timestamp("local");
    final TemporalColumn<OffsetDateTime> at = timestamptz("at");
    final TemporalColumn<Instant> instant = instant("instant");
    final IntervalColumn<Duration> length = interval("length");
    final ValueColumn<UUID> uuid = uuid("uuid");
    final ValueColumn<byte[]> bytes = bytea("bytes");
    final JsonColumn<String> json = jsonb("json");
    final ArrayColumn<String> tags = array("tags", SqlTypes.TEXT);
    final ArrayColumn<LocalDate> days = array("days", SqlTypes.DATE);
    final EnumColumn<Mood> mood = enumeration("mood", SqlTypes.enumeration("mood", Mood.class));
    final EnumColumn<Mood> moodText = enumeration("mood_text", SqlTypes.enumText(Mood.class));
    final ArrayColumn<Mood> moods = array("moods", SqlTypes.enumeration("mood", Mood.class));

    Things(String alias) {
        super("things", alias);
    }

    static void create(TestDatabase database) throws SQLException {
        database.execute("""
                create type mood as enum ('SAD', 'OK', 'HAPPY');
                create table things (id bigint primary key, small smallint, whole int, price numeric(10, 2), single real,
                  double double precision, name text, flag boolean, day date, clock time, local timestamp, at timestamptz,
                  instant timestamptz, length interval, uuid uuid, bytes bytea, json jsonb, tags text[], days date[],
                  mood mood, mood_text text, moods mood[]);
                insert into things values (1, 7, -17, 12.345, 1.5, 2.5, ' Ada_Lovelace 100% ', true, '2024-02-29', '10:11:12',
                  '2024-02-29 23:30:00', '2024-02-29 23:30:00+00', '2024-02-29 23:30:00+00', '1 day 02:03:04.5',
                  '00000000-0000-0000-0000-00000000002a', '\\x00ff', '{"a": {"b": [1, 2, "x"]}, "n": null, "s": "text"}',
                  '{red,"a,b",red}', '{2024-01-01,NULL}', 'OK', 'HAPPY', '{SAD,HAPPY}');
                insert into things (id) values (2);
                """);
    }
}
