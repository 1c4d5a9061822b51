// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import dev.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A table, declared by a class with a field for each column.
 *
 * <pre>{@code
 * final class Users extends Table {
 *     final NumberColumn<Long> id = bigint("id");
 *     final TextColumn email = text("email");
 *
 *     Users(String alias) {
 *         super("identity", "users", alias);
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe, if its subclass is.
 */
public abstract class Table implements Relation {
    private final TableSource source;

    /** A table that the search path finds. */
    protected Table(String name, String alias) {
        source = new TableSource(Optional.empty(), name, alias);
    }

    /** A table of a schema. */
    protected Table(String schema, String name, String alias) {
        source = new TableSource(Optional.of(schema), name, alias);
    }

    @Override
    public final TableSource source() {
        return source;
    }

    protected final NumberColumn<Short> smallint(String name) {
        return number(name, SqlTypes.SMALLINT);
    }

    protected final NumberColumn<Integer> integer(String name) {
        return number(name, SqlTypes.INTEGER);
    }

    protected final NumberColumn<Long> bigint(String name) {
        return number(name, SqlTypes.BIGINT);
    }

    protected final NumberColumn<BigDecimal> numeric(String name) {
        return number(name, SqlTypes.NUMERIC);
    }

    protected final NumberColumn<Double> doublePrecision(String name) {
        return number(name, SqlTypes.DOUBLE);
    }

    protected final <N extends Number> NumberColumn<N> number(String name, SqlType<N> type) {
        return new NumberColumn<>(reference(name), type);
    }

    protected final TextColumn text(String name) {
        return new TextColumn(reference(name), SqlTypes.TEXT);
    }

    protected final BooleanColumn bool(String name) {
        return new BooleanColumn(reference(name));
    }

    protected final TemporalColumn<LocalDate> date(String name) {
        return temporal(name, SqlTypes.DATE);
    }

    protected final TemporalColumn<LocalDateTime> timestamp(String name) {
        return temporal(name, SqlTypes.TIMESTAMP);
    }

    protected final TemporalColumn<OffsetDateTime> timestamptz(String name) {
        return temporal(name, SqlTypes.TIMESTAMPTZ);
    }

    protected final TemporalColumn<Instant> instant(String name) {
        return temporal(name, SqlTypes.INSTANT);
    }

    protected final <T> TemporalColumn<T> temporal(String name, SqlType<T> type) {
        return new TemporalColumn<>(reference(name), type);
    }

    protected final ValueColumn<UUID> uuid(String name) {
        return column(name, SqlTypes.UUID);
    }

    /** A column of any type. */
    protected final <T> ValueColumn<T> column(String name, SqlType<T> type) {
        return new ValueColumn<>(reference(name), type);
    }

    private ColumnReference reference(String name) {
        return new ColumnReference(source, name);
    }
}
