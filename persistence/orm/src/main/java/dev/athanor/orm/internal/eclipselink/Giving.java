// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Synchronize;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** What many rows give that are written. */
abstract sealed class Giving<V> {
    private final List<Expression> returning;

    private Giving(List<Expression> returning) {
        this.returning = List.copyOf(returning);
    }

    static Giving<Long> nothing() {
        return new Nothing();
    }

    static <V> Giving<V> value(Expr<V> value) {
        return new Value<>(value);
    }

    static <E> Giving<E> entity(EntityTable<E> table) {
        return new Entity<>(table);
    }

    /** What a statement has to give of each row. */
    final List<Expression> returning() {
        return returning;
    }

    /** Inserts rows, and gives what each gave in their order. */
    abstract List<V> insert(TableWriting writing, TableRows rows);

    /** Runs a statement that gives this of each row, and the place among the given rows after it. */
    abstract KeyedRows.Touched<V> read(Reader reader, Command command, Synchronize how);

    /** Keeps what rows gave. */
    void keep(List<V> all, List<V> values) {
        all.addAll(values);
    }

    /** Reads rows that are no entities, and lets entities learn of them. */
    private static <V> KeyedRows.Touched<V> touched(Reader reader, Command command, Synchronize how, Read<V> read) {
        Synchronizing entities = Synchronizing.of(command, reader, how);
        Compiled compiled = Compiled.of(reader.audited(entities.command()));
        int place = Changes.returned(command).size();
        List<V> values = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        try (Cursor cursor = reader.open(compiled, 0, 0)) {
            while (cursor.next()) {
                values.add(read.from(cursor));
                places.add(cursor.rows().getLong(place));
                entities.row(cursor);
            }
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
        return new KeyedRows.Touched<>(values, places, () -> {
            entities.done();
            Written.by(command, reader.unit()).done();
        });
    }

    private interface Read<V> {
        V from(Cursor cursor) throws SQLException;
    }

    /** Nothing but that there is a row. */
    private static final class Nothing extends Giving<Long> {
        Nothing() {
            super(List.of());
        }

        @Override
        List<Long> insert(TableWriting writing, TableRows rows) {
            return List.of(writing.insert(rows));
        }

        @Override
        KeyedRows.Touched<Long> read(Reader reader, Command command, Synchronize how) {
            return touched(reader, command, how, cursor -> 1L);
        }

        @Override
        void keep(List<Long> all, List<Long> values) {}
    }

    /** A value. */
    private static final class Value<V> extends Giving<V> {
        private final Expr<V> value;

        Value(Expr<V> value) {
            super(List.of(value.node()));
            this.value = value;
        }

        @Override
        List<V> insert(TableWriting writing, TableRows rows) {
            return new ForeseenValues(writing)
                    .insert(rows, value.node(), value.type().javaType())
                    .orElseGet(() -> writing.insert(
                            rows, returning(), Sql.selectValue(value).result()));
        }

        @Override
        KeyedRows.Touched<V> read(Reader reader, Command command, Synchronize how) {
            var result = Sql.selectValue(value).result();
            return touched(reader, command, how, cursor -> result.read(cursor.rows()));
        }
    }

    /** The entity. */
    private static final class Entity<E> extends Giving<E> {
        private final Class<E> type;

        Entity(EntityTable<E> table) {
            super(table.columns().stream()
                    .map(column -> column.expression().node())
                    .toList());
            this.type = table.entityType();
        }

        @Override
        List<E> insert(TableWriting writing, TableRows rows) {
            List<E> entities = new ArrayList<>();
            EntityPlan plan = writing.reader().plan(type);
            EntityCommand command = EntityCommand.of(plan, writing.insertion(rows, returning()));
            new EntityReading(writing.unit(), writing.reader().mapped(), plan)
                    .each(
                            Compiled.of(writing.reader().audited(command.command())),
                            command.positions(),
                            0,
                            (entity, values) -> {
                                entities.add(type.cast(entity));
                            });
            TableWriting.checkAll(rows, entities.size());
            return entities;
        }

        @Override
        KeyedRows.Touched<E> read(Reader reader, Command command, Synchronize how) {
            EntityPlan plan = reader.plan(type);
            EntityCommand whole = EntityCommand.of(plan, command);
            DatabaseField place = new DatabaseField("place");
            place.setType(Long.class);
            int position = Changes.returned(command).size();
            List<E> entities = new ArrayList<>();
            List<Long> places = new ArrayList<>();
            Written written = Written.by(command, reader.unit());
            new EntityReading(reader.unit(), reader.mapped(), plan)
                    .refreshing(written.refreshes())
                    .with(List.of(new EntityPlan.Other(place, position)))
                    .each(Compiled.of(reader.audited(whole.command())), whole.positions(), 0, (entity, row) -> {
                        entities.add(type.cast(entity));
                        places.add((Long) row.values().get(place));
                    });
            return new KeyedRows.Touched<>(entities, places, () -> {
                entities.forEach(written::returned);
                written.done();
            });
        }
    }
}
