// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.type.SqlType;
import java.util.Map;

/**
 * Makes the columns of a generated table: those of an entity, of an object embedded in it, or in another of its tables.
 * Names given for attributes there win over those of the attributes' own classes. Immutable; for constructors.
 */
public final class Columns {
    private final Table table;
    private final Source source;
    private final String path;
    private final Map<String, String> overrides;

    private Columns(Table table, Source source, String path, Map<String, String> overrides) {
        this.table = table;
        this.source = source;
        this.path = path;
        this.overrides = overrides;
    }

    static Columns of(Table table, Map<String, String> overrides) {
        return new Columns(table, table.source(), "", Map.copyOf(overrides));
    }

    /** Those of an object embedded as an attribute. */
    public Columns embedded(String attribute) {
        return new Columns(table, source, path + attribute + ".", overrides);
    }

    /** Those in another of the tables. */
    public Columns in(String part) {
        if (!(table.source() instanceof JoinedSource whole)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "\"" + table.source().alias() + "\" is kept in one table only");
        }
        return new Columns(table, new PartSource(whole, Kept.alias(whole.alias(), part)), path, overrides);
    }

    /** A column of numbers. */
    public <N extends Number> NumberColumn<N> number(String attribute, String name, SqlType<N> type) {
        return table.added(new NumberColumn<>(reference(attribute, name), type));
    }

    /** A column of texts. */
    public TextColumn text(String attribute, String name) {
        return table.added(new TextColumn(reference(attribute, name), SqlTypes.TEXT));
    }

    /** A column that is true or false. */
    public BooleanColumn bool(String attribute, String name) {
        return table.added(new BooleanColumn(reference(attribute, name)));
    }

    /** A column of dates or times. */
    public <T> TemporalColumn<T> temporal(String attribute, String name, SqlType<T> type) {
        return table.added(new TemporalColumn<>(reference(attribute, name), type));
    }

    /** A column of spans of time. */
    public <T> IntervalColumn<T> interval(String attribute, String name, SqlType<T> type) {
        return table.added(new IntervalColumn<>(reference(attribute, name), type));
    }

    /** A column of constants. */
    public <E extends Enum<E>> EnumColumn<E> enumeration(String attribute, String name, SqlType<E> type) {
        return table.added(new EnumColumn<>(reference(attribute, name), type));
    }

    /** A column of JSON. */
    public <T> JsonColumn<T> json(String attribute, String name, SqlType<T> type) {
        return table.added(new JsonColumn<>(reference(attribute, name), type));
    }

    /** A column of arrays. */
    public <E, X extends Expr<E>> ArrayColumn<E> array(String attribute, String name, Type<E, X> element) {
        return table.added(new ArrayColumn<>(reference(attribute, name), SqlTypes.array(element), element));
    }

    /** A column of any type. */
    public <T> ValueColumn<T> value(String attribute, String name, SqlType<T> type) {
        return table.added(new ValueColumn<>(reference(attribute, name), type));
    }

    /** Makes a column a part of the primary key. */
    public <C extends Column<?>> C key(C column) {
        return table.key(column);
    }

    /** A column that is named elsewhere: of a foreign key, which is no attribute. */
    private ColumnReference reference(String attribute, String name) {
        return new ColumnReference(source, overrides.getOrDefault(path + attribute, name));
    }
}
