// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.type.Codec;
import dev.athanor.sql.type.ConvertedCodec;
import dev.athanor.sql.type.SqlType;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import java.util.function.Function;

/** PostgreSQL's types for the dates and times that Java had before {@code java.time}. */
@SuppressWarnings("JavaUtilDate") // entities that have them are there
public final class DateTypes {
    public static final Type<Date, TemporalExpr<Date>> DATE =
            of("date", Date.class, Codec.of(Types.DATE, PreparedStatement::setDate, ResultSet::getDate));
    public static final Type<Time, TemporalExpr<Time>> TIME =
            of("time", Time.class, Codec.of(Types.TIME, PreparedStatement::setTime, ResultSet::getTime));
    public static final Type<Timestamp, TemporalExpr<Timestamp>> TIMESTAMP = of(
            "timestamp",
            Timestamp.class,
            Codec.of(Types.TIMESTAMP, PreparedStatement::setTimestamp, ResultSet::getTimestamp));

    public static final Type<java.util.Date, TemporalExpr<java.util.Date>> UTIL_DATE =
            converted(DATE, java.util.Date.class, date -> new Date(date.getTime()), DateTypes::date);
    public static final Type<java.util.Date, TemporalExpr<java.util.Date>> UTIL_TIME =
            converted(TIME, java.util.Date.class, date -> new Time(date.getTime()), DateTypes::date);
    public static final Type<java.util.Date, TemporalExpr<java.util.Date>> UTIL_TIMESTAMP =
            converted(TIMESTAMP, java.util.Date.class, date -> new Timestamp(date.getTime()), DateTypes::date);

    public static final Type<Calendar, TemporalExpr<Calendar>> CALENDAR_DATE =
            converted(DATE, Calendar.class, calendar -> new Date(calendar.getTimeInMillis()), DateTypes::calendar);
    public static final Type<Calendar, TemporalExpr<Calendar>> CALENDAR_TIME =
            converted(TIME, Calendar.class, calendar -> new Time(calendar.getTimeInMillis()), DateTypes::calendar);
    public static final Type<Calendar, TemporalExpr<Calendar>> CALENDAR_TIMESTAMP = converted(
            TIMESTAMP, Calendar.class, calendar -> new Timestamp(calendar.getTimeInMillis()), DateTypes::calendar);

    private DateTypes() {}

    private static java.util.Date date(java.util.Date read) {
        return new java.util.Date(read.getTime());
    }

    private static Calendar calendar(java.util.Date read) {
        Calendar calendar = Calendar.getInstance();
        calendar.setTime(read);
        return calendar;
    }

    private static <T, U> Type<T, TemporalExpr<T>> converted(
            SqlType<U> kept, Class<T> javaType, Function<T, U> write, Function<U, T> read) {
        return of(kept.name(), javaType, new ConvertedCodec<>(kept, write, read));
    }

    private static <T> Type<T, TemporalExpr<T>> of(String name, Class<T> javaType, Codec<T> codec) {
        return new Type<>(name, javaType, codec, TemporalExpr::new);
    }
}
