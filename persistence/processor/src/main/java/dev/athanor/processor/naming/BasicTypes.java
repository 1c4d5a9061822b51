// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import java.util.Map;
import java.util.Optional;

/** The types of Java that the database has a type for. */
public final class BasicTypes {
    private static final ClassName SQL_TYPES = ClassName.get("dev.athanor.sql", "SqlTypes");
    private static final ClassName DATE_TYPES = ClassName.get("dev.athanor.sql", "DateTypes");

    private static final Map<String, Basic> BASIC = Map.ofEntries(
            Map.entry("java.lang.Byte", new Basic(Kind.NUMBER, "BYTE")),
            Map.entry("java.lang.Short", new Basic(Kind.NUMBER, "SMALLINT")),
            Map.entry("java.lang.Integer", new Basic(Kind.NUMBER, "INTEGER")),
            Map.entry("java.lang.Long", new Basic(Kind.NUMBER, "BIGINT")),
            Map.entry("java.lang.Float", new Basic(Kind.NUMBER, "REAL")),
            Map.entry("java.lang.Double", new Basic(Kind.NUMBER, "DOUBLE")),
            Map.entry("java.math.BigDecimal", new Basic(Kind.NUMBER, "NUMERIC")),
            Map.entry("java.math.BigInteger", new Basic(Kind.NUMBER, "INTEGRAL")),
            Map.entry("java.lang.Boolean", new Basic(Kind.BOOLEAN, "BOOLEAN")),
            Map.entry("java.lang.String", new Basic(Kind.TEXT, "TEXT")),
            Map.entry("java.lang.Character", new Basic(Kind.VALUE, "CHARACTER")),
            Map.entry("char[]", new Basic(Kind.VALUE, "CHARACTERS")),
            Map.entry("byte[]", new Basic(Kind.VALUE, "BYTEA")),
            Map.entry("java.util.UUID", new Basic(Kind.VALUE, "UUID")),
            Map.entry("java.time.LocalDate", new Basic(Kind.TEMPORAL, "DATE")),
            Map.entry("java.time.LocalTime", new Basic(Kind.TEMPORAL, "TIME")),
            Map.entry("java.time.LocalDateTime", new Basic(Kind.TEMPORAL, "TIMESTAMP")),
            Map.entry("java.time.OffsetTime", new Basic(Kind.TEMPORAL, "TIMETZ")),
            Map.entry("java.time.OffsetDateTime", new Basic(Kind.TEMPORAL, "TIMESTAMPTZ")),
            Map.entry("java.time.Instant", new Basic(Kind.TEMPORAL, "INSTANT")),
            Map.entry("java.time.Duration", new Basic(Kind.INTERVAL, "DURATION")),
            Map.entry("dev.athanor.sql.type.Interval", new Basic(Kind.INTERVAL, "INTERVAL")),
            Map.entry("java.sql.Date", new Basic(Kind.TEMPORAL, "DATE", DATE_TYPES)),
            Map.entry("java.sql.Time", new Basic(Kind.TEMPORAL, "TIME", DATE_TYPES)),
            Map.entry("java.sql.Timestamp", new Basic(Kind.TEMPORAL, "TIMESTAMP", DATE_TYPES)));

    private BasicTypes() {}

    /** The type of the database for a type that is not primitive. */
    public static Optional<ColumnType> of(TypeName type) {
        return Optional.ofNullable(BASIC.get(type.toString()))
                .map(basic -> ColumnType.of(basic.kind, type, CodeBlock.of("$T.$L", basic.types, basic.name)));
    }

    private record Basic(Kind kind, String name, ClassName types) {
        Basic(Kind kind, String name) {
            this(kind, name, SQL_TYPES);
        }
    }
}
