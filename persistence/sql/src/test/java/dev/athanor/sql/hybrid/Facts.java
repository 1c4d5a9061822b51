// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.EnumColumn;
import dev.athanor.sql.IntervalColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ValueColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A table with a column or two of every type, without rows. */
final class Facts extends Table {
    enum Mood {
        SAD,
        OK,
        HAPPY
    }

    static final String DDL = """
            create type mood as enum ('SAD', 'OK', 'HAPPY');
            create table facts (text text, other varchar(20), whole int, "long" bigint, big numeric, decimal numeric(12, 2),
              amount numeric, single real, "double" double precision, flag boolean, uuid uuid, date date, "until" date,
              local timestamp, at timestamptz, instant timestamptz, time time, length interval,
              native mood, named varchar(20), numbered int);
            """;

    final TextColumn text = text("text");
    final TextColumn other = text("other");
    final NumberColumn<Integer> whole = integer("whole");
    final NumberColumn<Long> longer = bigint("long");
    final NumberColumn<BigInteger> big = number("big", SqlTypes.INTEGRAL);
    final NumberColumn<BigDecimal> decimal = numeric("decimal");
    final NumberColumn<BigDecimal> amount = numeric("amount");
    final NumberColumn<Float> single = real("single");
    final NumberColumn<Double> real = doublePrecision("double");
    final dev.athanor.sql.BooleanColumn flag = bool("flag");
    final ValueColumn<UUID> uuid = uuid("uuid");
    final TemporalColumn<LocalDate> date = date("date");
    final TemporalColumn<LocalDate> until = date("until");
    final TemporalColumn<LocalDateTime> local = timestamp("local");
    final TemporalColumn<OffsetDateTime> at = timestamptz("at");
    final TemporalColumn<Instant> instant = instant("instant");
    final TemporalColumn<LocalTime> time = time("time");
    final IntervalColumn<Duration> length = interval("length");
    final EnumColumn<Mood> nativeMood = enumeration("native", SqlTypes.enumeration("mood", Mood.class));
    final EnumColumn<Mood> namedMood = enumeration("named", SqlTypes.enumText(Mood.class));
    final EnumColumn<Mood> numberedMood = enumeration("numbered", SqlTypes.enumNumber(Mood.class));

    Facts() {
        super("facts", "facts");
    }
}
