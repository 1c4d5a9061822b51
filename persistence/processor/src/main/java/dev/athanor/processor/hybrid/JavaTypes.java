// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;

/** The types of Java that forms are about. */
final class JavaTypes {
    private static final Map<String, TypeName> NAMED = Stream.concat(
                    Stream.of(
                                    String.class,
                                    Math.class,
                                    Integer.class,
                                    Long.class,
                                    Double.class,
                                    Boolean.class,
                                    BigDecimal.class,
                                    BigInteger.class,
                                    RoundingMode.class,
                                    Locale.class,
                                    UUID.class,
                                    LocalDate.class,
                                    LocalTime.class,
                                    LocalDateTime.class,
                                    OffsetDateTime.class,
                                    Instant.class,
                                    Duration.class,
                                    Period.class,
                                    ZoneId.class,
                                    DayOfWeek.class,
                                    Month.class,
                                    ChronoUnit.class)
                            .map(ClassName::get),
                    Stream.of(
                            TypeName.BYTE,
                            TypeName.SHORT,
                            TypeName.CHAR,
                            TypeName.INT,
                            TypeName.LONG,
                            TypeName.FLOAT,
                            TypeName.DOUBLE,
                            TypeName.BOOLEAN))
            .collect(Collectors.toUnmodifiableMap(
                    type -> type instanceof ClassName name ? name.simpleName() : type.toString(), Function.identity()));

    private JavaTypes() {}

    static TypeName named(String name) {
        return Objects.requireNonNull(NAMED.get(name), name);
    }

    static TypeName primitive(TypeKind kind) {
        return named(kind.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a value of one type can be given where another is wanted. */
    static boolean assignable(TypeName from, TypeName to) {
        return Classes.boxed(from).equals(Classes.boxed(to)) || Promotion.widens(from, to);
    }
}
