// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.Interval;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A date, a time, or both.
 *
 * @param <T> its Java type
 */
public class TemporalExpr<T> extends OrderedExpr<T> implements OrderedKind<TemporalExpr<T>> {
    TemporalExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    /** So much later. Days and months of a point in time are those of the session's time zone. */
    public final TemporalExpr<T> plus(Period period) {
        return shifted(Operator.PLUS, Functions.interval(period));
    }

    /** So much later; of a date, whole days. */
    public final TemporalExpr<T> plus(Duration duration) {
        require(!isDate() || wholeDays(duration), "plus", "times, or whole days");
        return shifted(Operator.PLUS, Functions.interval(duration));
    }

    /** So much later. */
    public final TemporalExpr<T> plus(IntervalExpr<?> interval) {
        return shifted(Operator.PLUS, interval);
    }

    /** So much earlier. Days and months of a point in time are those of the session's time zone. */
    public final TemporalExpr<T> minus(Period period) {
        return shifted(Operator.MINUS, Functions.interval(period));
    }

    /** So much earlier; of a date, whole days. */
    public final TemporalExpr<T> minus(Duration duration) {
        require(!isDate() || wholeDays(duration), "minus", "times, or whole days");
        return shifted(Operator.MINUS, Functions.interval(duration));
    }

    /** So much earlier. */
    public final TemporalExpr<T> minus(IntervalExpr<?> interval) {
        return shifted(Operator.MINUS, interval);
    }

    /** Of a date: so many days later. */
    public final TemporalExpr<T> plusDays(Expr<? extends Number> days) {
        return shiftedDays(Operator.PLUS, days);
    }

    /** Of a date: so many days earlier. */
    public final TemporalExpr<T> minusDays(Expr<? extends Number> days) {
        return shiftedDays(Operator.MINUS, days);
    }

    /** Of a date: the same date with a time. */
    public final TemporalExpr<LocalDateTime> atTime(LocalTime time) {
        require(isDate(), "atTime", "a date");
        return SqlTypes.TIMESTAMP.of(operation(
                Operator.PLUS,
                node().unlabelled(),
                Sql.value(SqlTypes.TIME, time).node()));
    }

    /** The time that has passed since then; between dates, in days of 24 hours. */
    public final IntervalExpr<Duration> since(Expr<T> earlier) {
        return new IntervalExpr<>(operation(Operator.MINUS, timed(this), timed(earlier)), SqlTypes.DURATION);
    }

    /** The time that has passed since then; between dates, in days of 24 hours. */
    public final IntervalExpr<Duration> since(T earlier) {
        return since(kindred(bind(earlier, "")));
    }

    /** The number of days that have passed since then; both are taken as dates. */
    public final NumberExpr<Integer> daysSince(Expr<T> earlier) {
        Expression from = isDate() ? earlier.node() : new Cast(earlier.node(), SqlTypes.DATE);
        return new NumberExpr<>(operation(Operator.MINUS, date().node(), from), SqlTypes.INTEGER);
    }

    /** The number of days that have passed since then; both are taken as dates. */
    public final NumberExpr<Integer> daysSince(T earlier) {
        return daysSince(kindred(bind(earlier, "")));
    }

    /** How many years, months and days have passed since then, as ages are told. */
    public final IntervalExpr<Interval> age(Expr<T> since) {
        return new IntervalExpr<>(Call.of("age", timed(this), timed(since)), SqlTypes.INTERVAL);
    }

    /** How many years, months and days have passed between this and a later value. */
    public final IntervalExpr<Interval> ageAt(T then) {
        return kindred(bind(then, "")).age(this);
    }

    /** A part of it; seconds with their fraction. */
    public final NumberExpr<BigDecimal> extract(TemporalField field) {
        return Functions.extract(field, this);
    }

    public final NumberExpr<Integer> year() {
        return extract(TemporalField.YEAR).cast(SqlTypes.INTEGER);
    }

    public final NumberExpr<Integer> month() {
        return extract(TemporalField.MONTH).cast(SqlTypes.INTEGER);
    }

    public final NumberExpr<Integer> day() {
        return extract(TemporalField.DAY).cast(SqlTypes.INTEGER);
    }

    public final NumberExpr<Integer> hour() {
        return extract(TemporalField.HOUR).cast(SqlTypes.INTEGER);
    }

    public final NumberExpr<Integer> minute() {
        return extract(TemporalField.MINUTE).cast(SqlTypes.INTEGER);
    }

    /** From 1, Monday, to 7, Sunday. */
    public final NumberExpr<Integer> dayOfWeek() {
        return extract(TemporalField.ISODOW).cast(SqlTypes.INTEGER);
    }

    /** With all that is smaller than a field at its beginning; a point in time by the session's time zone. */
    public final TemporalExpr<T> truncate(TemporalField field) {
        require(type().javaType() != LocalTime.class, "truncate", "what has a date");
        return ofThisType(Call.of("date_trunc", Sql.inline(field.word()).node(), timed(this)));
    }

    /** Of a point in time: with all that is smaller than a field at its beginning, by the clocks of a time zone. */
    public final TemporalExpr<T> truncate(TemporalField field, ZoneId zone) {
        require(isPoint(), "truncate", "a point in time, if there is a zone");
        return ofThisType(Call.of("date_trunc", Sql.inline(field.word()).node(), node(), zone(zone)));
    }

    /** What clocks of a time zone show at this point in time. */
    public final TemporalExpr<LocalDateTime> atZone(ZoneId zone) {
        require(isPoint(), "atZone", "a point in time");
        return SqlTypes.TIMESTAMP.of(operation(Operator.AT_TIME_ZONE, node(), zone(zone)));
    }

    /** The point in time at which clocks of a time zone show this. */
    public final TemporalExpr<OffsetDateTime> inZone(ZoneId zone) {
        require(type().equals(SqlTypes.TIMESTAMP), "inZone", "a date and time without a zone");
        return SqlTypes.TIMESTAMPTZ.of(operation(Operator.AT_TIME_ZONE, node(), zone(zone)));
    }

    /** Its date; that of a point in time by the session's time zone. */
    public final TemporalExpr<LocalDate> date() {
        return isDate() ? SqlTypes.DATE.of(node()) : cast(SqlTypes.DATE);
    }

    /** As text, by a pattern of the database's, as {@code YYYY-MM-DD}. */
    public final TextExpr format(String pattern) {
        return SqlTypes.TEXT.of(Call.of("to_char", node(), Sql.value(pattern).node()));
    }

    @Override
    public final TemporalExpr<T> kindred(Expression node) {
        return new TemporalExpr<>(node, type());
    }

    private TemporalExpr<T> shiftedDays(Operator operator, Expr<? extends Number> days) {
        require(isDate(), operator == Operator.PLUS ? "plusDays" : "minusDays", "a date");
        return kindred(operation(
                operator, node().unlabelled(), days.cast(SqlTypes.INTEGER).node()));
    }

    private static boolean wholeDays(Duration duration) {
        return Duration.ofDays(duration.toDays()).equals(duration);
    }

    private TemporalExpr<T> shifted(Operator operator, IntervalExpr<?> interval) {
        return ofThisType(new Operation(operator, List.of(node().unlabelled(), interval.node())));
    }

    /** A date with an interval is a timestamp to the database. */
    private TemporalExpr<T> ofThisType(Expression node) {
        return kindred(isDate() ? new Cast(node, type()) : node);
    }

    /** With a time, if it is a date: the database would else take the session's time zone into account. */
    static Expression timed(Expr<?> expression) {
        Expression node = expression.node().unlabelled();
        return expression.type().javaType() == LocalDate.class ? new Cast(node, SqlTypes.TIMESTAMP) : node;
    }

    private boolean isDate() {
        return type().javaType() == LocalDate.class;
    }

    private boolean isPoint() {
        return type().name().equals(SqlTypes.TIMESTAMPTZ.name());
    }

    private void require(boolean fits, String operator, String what) {
        if (!fits) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, operator + "(…) is for " + what + "; this is a " + type().name());
        }
    }

    /** In the manner of POSIX, where the sign says how far UTC is from there. */
    private static String posix(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return "<" + id + ">" + (id.charAt(0) == '-' ? '+' : '-') + id.substring(1);
    }

    private static Expression zone(ZoneId zone) {
        return new Constant(
                SqlTypes.TEXT, zone.normalized() instanceof ZoneOffset offset ? posix(offset) : zone.getId());
    }
}
