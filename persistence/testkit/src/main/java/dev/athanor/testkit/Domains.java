// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.ArrayExpr;
import dev.athanor.sql.Expr;
import dev.athanor.sql.JsonExpr;
import dev.athanor.sql.type.Interval;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values of types, by their classes. Those of one class are the same for all who ask. For use by one thread. */
@SuppressWarnings("JavaUtilDate") // entities that have them are there
final class Domains {
    private final Map<Class<?>, Domain<?>> byClass = new HashMap<>();
    private final Map<Class<?>, Domain<?>> lists = new HashMap<>();

    Domains(LocalDate today, boolean surrogates) {
        numbers();
        texts(new Texts(surrogates));
        times(today);
        olderTimes();
        others();
    }

    private void numbers() {
        whole(Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, BigInteger::byteValueExact);
        whole(Short.class, Short.MIN_VALUE, Short.MAX_VALUE, BigInteger::shortValueExact);
        whole(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValueExact);
        whole(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValueExact);
        BigInteger large = BigInteger.TEN.pow(30);
        add(new WholeNumbers<>(BigInteger.class, large.negate(), large, Function.identity()));
        add(new Decimals());
        add(new FloatingPoints(Double.MIN_NORMAL, Double.MAX_VALUE));
        FloatingPoints floats = new FloatingPoints(Float.MIN_NORMAL, Float.MAX_VALUE);
        add(new MappedDomain<>(Float.class, floats, Double::floatValue, Float::doubleValue));
        add(new FixedDomain<>(Boolean.class, List.of(false, true)));
    }

    private <N extends Number> void whole(Class<N> type, long least, long greatest, Function<BigInteger, N> number) {
        add(new WholeNumbers<>(type, BigInteger.valueOf(least), BigInteger.valueOf(greatest), number));
    }

    private void texts(Texts texts) {
        add(texts);
        add(new MappedDomain<>(char[].class, texts, String::toCharArray, String::new));
        add(new FixedDomain<>(
                Character.class,
                "aAbBzZ09 _%'\\\t\u00DF\u0130\u0131\u03A3\u03C2\u00E9\u20AC\u3000"
                        .chars()
                        .mapToObj(c -> (char) c)
                        .toList()));
        add(new Bytes());
        add(new Identifiers());
        add(new FixedDomain<>(
                URI.class, texts("https://example.org", "mailto:ann@example.org", "a/b?c=d%20e", URI::create)));
    }

    private static <T> List<T> texts(String one, String two, String three, Function<String, T> made) {
        return Stream.of(one, two, three).map(made).toList();
    }

    private void times(LocalDate today) {
        Dates dates = new Dates(today);
        Times times = new Times();
        DateTimes dateTimes = new DateTimes(today, ZoneId.systemDefault());
        add(dates);
        add(times);
        add(dateTimes);
        add(new Durations());
        add(new MappedDomain<>(Instant.class, dateTimes, time -> time.toInstant(ZoneOffset.UTC), Domains::atUtc));
        add(new MappedDomain<>(
                OffsetDateTime.class,
                dateTimes,
                time -> time.atOffset(ZoneOffset.UTC),
                time -> atUtc(time.toInstant())));
        add(new MappedDomain<>(
                OffsetTime.class, times, time -> time.atOffset(ZoneOffset.ofHours(2)), OffsetTime::toLocalTime));
        add(new MappedDomain<>(YearMonth.class, dates, YearMonth::from, month -> month.atDay(1)));
        add(new MappedDomain<>(MonthDay.class, dates, MonthDay::from, day -> day.atYear(2024)));
        add(new MappedDomain<>(Year.class, dates, Year::from, year -> year.atDay(1)));
    }

    private static LocalDateTime atUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void olderTimes() {
        Domain<LocalDateTime> dateTimes = known(LocalDateTime.class);
        add(new MappedDomain<>(Date.class, known(LocalDate.class), Date::valueOf, Date::toLocalDate));
        add(new MappedDomain<>(Time.class, known(LocalTime.class), Time::valueOf, Time::toLocalTime));
        add(new MappedDomain<>(Timestamp.class, dateTimes, Timestamp::valueOf, Timestamp::toLocalDateTime));
        add(new MappedDomain<>(
                java.util.Date.class,
                dateTimes,
                time -> new java.util.Date(Timestamp.valueOf(time).getTime()),
                date -> new Timestamp(date.getTime()).toLocalDateTime()));
        add(new MappedDomain<>(
                Calendar.class, dateTimes, Domains::calendar, calendar -> new Timestamp(calendar.getTimeInMillis())
                        .toLocalDateTime()));
    }

    private static Calendar calendar(LocalDateTime time) {
        Calendar calendar = Calendar.getInstance();
        calendar.setTime(Timestamp.valueOf(time));
        return calendar;
    }

    private void others() {
        List<Period> periods = Stream.of("P0D", "P1D", "P-1D", "P1M", "P1Y", "P1Y2M3D", "P30D")
                .map(Period::parse)
                .toList();
        add(new FixedDomain<>(Period.class, periods));
        add(new FixedDomain<>(
                Interval.class,
                Stream.concat(
                                periods.stream().map(Interval::of),
                                known(Duration.class).notable().stream().map(Interval::of))
                        .toList()));
        add(new FixedDomain<>(
                Currency.class,
                Stream.of("EUR", "USD", "CZK", "JPY", "CHF")
                        .map(Currency::getInstance)
                        .toList()));
        add(new FixedDomain<>(Locale.class, List.of(Locale.ENGLISH, Locale.GERMANY, Locale.FRANCE, Locale.ROOT)));
        add(new FixedDomain<>(ZoneId.class, texts("UTC", "Europe/Berlin", "America/New_York", ZoneId::of)));
        add(new FixedDomain<>(ZoneOffset.class, texts("Z", "+02:00", "-03:30", ZoneOffset::of)));
    }

    private void add(Domain<?> domain) {
        byClass.put(domain.type(), domain);
    }

    @SuppressWarnings("unchecked") // they are kept by their classes
    private <T> Domain<T> known(Class<T> type) {
        return (Domain<T>) Objects.requireNonNull(byClass.get(type));
    }

    /** The values of a class; none if nothing is known of it. */
    Optional<Domain<?>> of(Class<?> type) {
        Class<?> boxed = boxed(type);
        if (boxed.isEnum()) {
            byClass.computeIfAbsent(boxed, Domains::constants);
        }
        return Optional.ofNullable(byClass.get(boxed));
    }

    private static <E> Domain<E> constants(Class<E> type) {
        return new FixedDomain<>(type, Arrays.asList(type.getEnumConstants()));
    }

    /** The values of an attribute; none if nothing is known of its type. */
    Optional<Domain<?>> of(Attribute.Basic attribute) {
        Expr<?> column = attribute.column().expression();
        if (column instanceof JsonExpr<?> && column.type().javaType() == String.class) {
            Property property = attribute.property();
            return Optional.of(JsonTexts.of(property.javaType(), property.type()));
        }
        if (column instanceof ArrayExpr<?> array) {
            Class<?> element = array.element().javaType();
            return of(element).map(domain -> lists.computeIfAbsent(element, type -> list(domain, array)));
        }
        return of(column.type().javaType());
    }

    @SuppressWarnings("unchecked") // the domain is that of the array's elements
    private static <E> Domain<?> list(Domain<?> elements, ArrayExpr<E> array) {
        return new Lists<>(array.type().javaType(), (Domain<E>) elements);
    }

    static Class<?> boxed(Class<?> type) {
        return BOXED.getOrDefault(type, type);
    }

    private static final Map<Class<?>, Class<?>> BOXED = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class,
            char.class, Character.class);
}
