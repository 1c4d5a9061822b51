// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.type.SqlType;
import java.util.List;
import java.util.Map;

/**
 * Makes the columns of a generated table: those of an entity, of an object embedded in it, or in another of its tables.
 * Names given for attributes there win over those of the attributes' own classes. Immutable; for constructors.
 */
public final class Columns {
    private final Table table;
    private final Source source;
    private final String path;
    private final ColumnNames names;
    private final boolean key;

    private Columns(Table table, Source source, String path, ColumnNames names, boolean key) {
        this.table = table;
        this.source = source;
        this.path = path;
        this.names = names;
        this.key = key;
    }

    static Columns of(Table table, Map<String, String> overrides) {
        return new Columns(table, table.source(), "", ColumnNames.of(overrides), false);
    }

    /** The table that has the columns. */
    public Table table() {
        return table;
    }

    /** Those of an object embedded as an attribute. */
    public Columns embedded(String attribute) {
        return embedded(attribute, Map.of());
    }

    /**
     * Those of an object embedded as an attribute.
     *
     * @param overrides the columns of its attributes, by their paths from there, that have others than its class says
     */
    public Columns embedded(String attribute, Map<String, String> overrides) {
        String inner = path + attribute + ".";
        return new Columns(table, source, inner, names.with(inner, overrides), key);
    }

    /** Those of the primary key. */
    public Columns asKey() {
        return new Columns(table, source, path, names, true);
    }

    /**
     * Those that refer to another table: made like the columns there, and called as they are here.
     *
     * @param attribute the attribute that refers
     * @param referring the columns here, by those they refer to
     * @param overrides the columns of attributes there, by their paths, that have others than their own classes say
     */
    public Columns referring(String attribute, Map<String, String> referring, Map<String, String> overrides) {
        ColumnNames inner = names.referring(path + attribute + ".", referring, overrides);
        return new Columns(table, source, "", inner, key);
    }

    /** A relation by a foreign key in this table. */
    public Path<Table> refers(String attribute, Map<String, String> referring) {
        Map<String, String> here =
                names.referring(path + attribute + ".", referring, Map.of()).referring();
        List<String> there = here.keySet().stream().sorted().toList();
        List<Expression> own =
                there.stream().map(here::get).<Expression>map(this::named).toList();
        return new KeyPath(own, Keys.of(there));
    }

    /** A relation by a foreign key in the other table. */
    public Path<Table> referred(Keys own, Keys theirs) {
        List<Expression> key = own.of(table);
        return target -> KeyPath.equal(theirs.of(target), key);
    }

    /** A relation by a table between this and the other. */
    public Path<Table> linked(String attribute, Link link) {
        return new LinkPath(table, path + attribute, link);
    }

    /** Those in another of the tables. */
    public Columns in(String part) {
        if (!(table.source() instanceof JoinedSource whole)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "\"" + table.source().alias() + "\" is kept in one table only");
        }
        return new Columns(table, new PartSource(whole, Kept.alias(whole.alias(), part)), path, names, key);
    }

    /** A column of numbers. */
    public <N extends Number> NumberColumn<N> number(String attribute, String name, SqlType<N> type) {
        return added(new NumberColumn<>(reference(attribute, name), type));
    }

    /** A column of texts. */
    public TextColumn text(String attribute, String name) {
        return added(new TextColumn(reference(attribute, name), SqlTypes.TEXT));
    }

    /** A column that is true or false. */
    public BooleanColumn bool(String attribute, String name) {
        return added(new BooleanColumn(reference(attribute, name)));
    }

    /** A column of dates or times. */
    public <T> TemporalColumn<T> temporal(String attribute, String name, SqlType<T> type) {
        return added(new TemporalColumn<>(reference(attribute, name), type));
    }

    /** A column of spans of time. */
    public <T> IntervalColumn<T> interval(String attribute, String name, SqlType<T> type) {
        return added(new IntervalColumn<>(reference(attribute, name), type));
    }

    /** A column of constants. */
    public <E extends Enum<E>> EnumColumn<E> enumeration(String attribute, String name, SqlType<E> type) {
        return added(new EnumColumn<>(reference(attribute, name), type));
    }

    /** A column of JSON. */
    public <T> JsonColumn<T> json(String attribute, String name, SqlType<T> type) {
        return added(new JsonColumn<>(reference(attribute, name), type));
    }

    /** A column of arrays. */
    public <E, X extends Expr<E>> ArrayColumn<E> array(String attribute, String name, Type<E, X> element) {
        return added(new ArrayColumn<>(reference(attribute, name), SqlTypes.array(element), element));
    }

    /** A column of any type. */
    public <T> ValueColumn<T> value(String attribute, String name, SqlType<T> type) {
        return added(new ValueColumn<>(reference(attribute, name), type));
    }

    /** The values of a column that the database computes; it is not one of the columns that are set or selected. */
    public <T, X extends Expr<T>> X computed(String name, Type<T, X> type) {
        return type.of(named(name));
    }

    /** Makes a column a part of the primary key. */
    public <C extends Column<?>> C key(C column) {
        return table.key(column);
    }

    private <C extends Column<?>> C added(C column) {
        if (absent(table.columns(), column)) {
            table.added(column);
        }
        if (key && absent(table.key(), column)) {
            table.key(column);
        }
        return column;
    }

    private static boolean absent(List<Column<?>> columns, Column<?> column) {
        return columns.stream().noneMatch(other -> same(other, column));
    }

    /** Whether two attributes are kept in one column: a foreign key and a part of the primary key, for instance. */
    private static boolean same(Column<?> one, Column<?> other) {
        return one.expression().node().sameStructure(other.expression().node());
    }

    private ColumnReference reference(String attribute, String name) {
        return named(names.of(path + attribute, name));
    }

    private ColumnReference named(String name) {
        return new ColumnReference(source, name);
    }
}
