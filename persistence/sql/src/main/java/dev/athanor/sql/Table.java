// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A table, declared by a class with a field for each column and relation.
 *
 * <pre>{@code
 * final class Books extends Table {
 *     final NumberColumn<Long> id = key(bigint("id"));
 *     final TextColumn title = text("title");
 *     final NumberColumn<Long> authorId = bigint("author_id");
 *     final ForeignKey<Authors> author = foreignKey(authorId).references(authors -> authors.id);
 *
 *     Books(String alias) {
 *         super("library", "books", alias);
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe, if its subclass is.
 */
public abstract class Table implements Relation {
    private final Source source;
    private final List<Column<?>> columns = new ArrayList<>();
    private final List<Column<?>> key = new ArrayList<>();

    /** A table that the search path finds. */
    protected Table(String name, String alias) {
        source = new TableSource(Optional.empty(), name, alias);
    }

    /** A table of a schema. */
    protected Table(String schema, String name, String alias) {
        source = new TableSource(Optional.of(schema), name, alias);
    }

    Table(Source source) {
        this.source = source;
    }

    @Override
    public final Source source() {
        return source;
    }

    /** The table itself, to be changed. */
    final TableSource target() {
        if (source instanceof TableSource single) {
            return single;
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                "\"" + source.alias() + "\" is kept in several tables, and cannot be changed by one statement");
    }

    /** The columns, in the order in which they were declared. */
    public final List<Column<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    final List<Expr<?>> expressions() {
        List<Expr<?>> expressions = new ArrayList<>(columns.size());
        columns.forEach(column -> expressions.add(column.expression()));
        return Collections.unmodifiableList(expressions);
    }

    /** The columns of the primary key, in the order in which they were declared. */
    public final List<Column<?>> key() {
        return Collections.unmodifiableList(key);
    }

    /** Makes a column a part of the primary key. */
    protected final <C extends Column<?>> C key(C column) {
        key.add(column);
        return column;
    }

    /** A foreign key of one column. */
    protected final <T> ForeignKey.Of<T> foreignKey(Column<T> column) {
        return new ForeignKey.Of<>(column);
    }

    /** A foreign key of several columns. */
    protected final ForeignKey.OfSeveral foreignKey(Column<?> first, Column<?>... others) {
        List<Column<?>> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return new ForeignKey.OfSeveral(all);
    }

    /**
     * The rows of another table that refer to this by their foreign key.
     *
     * @param key that foreign key
     */
    @SuppressWarnings("unchecked") // the key of the other table leads to this one
    protected final <Q extends Table, S extends Table> Path<Q> referredBy(Function<Q, ForeignKey<S>> key) {
        return other -> key.apply(other).on((S) this);
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

    protected final NumberColumn<Float> real(String name) {
        return number(name, SqlTypes.REAL);
    }

    protected final NumberColumn<Double> doublePrecision(String name) {
        return number(name, SqlTypes.DOUBLE);
    }

    protected final <N extends Number> NumberColumn<N> number(String name, SqlType<N> type) {
        return added(new NumberColumn<>(reference(name), type));
    }

    /** A column of texts, of whatever length the database allows it. */
    protected final TextColumn text(String name) {
        return added(new TextColumn(reference(name), SqlTypes.TEXT));
    }

    protected final BooleanColumn bool(String name) {
        return added(new BooleanColumn(reference(name)));
    }

    protected final TemporalColumn<LocalDate> date(String name) {
        return temporal(name, SqlTypes.DATE);
    }

    protected final TemporalColumn<LocalTime> time(String name) {
        return temporal(name, SqlTypes.TIME);
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
        return added(new TemporalColumn<>(reference(name), type));
    }

    protected final IntervalColumn<Duration> interval(String name) {
        return interval(name, SqlTypes.DURATION);
    }

    protected final <T> IntervalColumn<T> interval(String name, Type<T, IntervalExpr<T>> type) {
        return added(new IntervalColumn<>(reference(name), type));
    }

    protected final ValueColumn<UUID> uuid(String name) {
        return column(name, SqlTypes.UUID);
    }

    protected final ValueColumn<byte[]> bytea(String name) {
        return column(name, SqlTypes.BYTEA);
    }

    /** A column of JSON, as its text. */
    protected final JsonColumn<String> jsonb(String name) {
        return json(name, SqlTypes.JSONB);
    }

    /** A column of JSON, as objects of one's own; see {@link SqlTypes#json}. */
    protected final <T> JsonColumn<T> json(String name, Type<T, JsonExpr<T>> type) {
        return added(new JsonColumn<>(reference(name), type));
    }

    /** A column of constants; see {@link SqlTypes#enumText} and {@link SqlTypes#enumeration}. */
    protected final <E extends Enum<E>> EnumColumn<E> enumeration(String name, Type<E, EnumExpr<E>> type) {
        return added(new EnumColumn<>(reference(name), type));
    }

    /** A column of arrays. */
    protected final <E, X extends Expr<E>> ArrayColumn<E> array(String name, Type<E, X> element) {
        return added(new ArrayColumn<>(reference(name), SqlTypes.array(element), element));
    }

    /** A column of any type. */
    protected final <T> ValueColumn<T> column(String name, SqlType<T> type) {
        return added(new ValueColumn<>(reference(name), type));
    }

    /** A column of this name. */
    ColumnReference reference(String name) {
        return new ColumnReference(source, name);
    }

    final <C extends Column<?>> C added(C column) {
        columns.add(column);
        return column;
    }
}
