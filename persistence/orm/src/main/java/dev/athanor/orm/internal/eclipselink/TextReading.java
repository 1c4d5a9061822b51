// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.Result;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Command;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query, and texts beside each. For one thread. */
final class TextReading {
    private final Reader reader;
    private final int texts;
    private final Consumer<List<@Nullable String>> sink;

    /**
     * @param texts how many there are
     * @param sink takes those of each row
     */
    TextReading(Reader reader, int texts, Consumer<List<@Nullable String>> sink) {
        this.reader = reader;
        this.texts = texts;
        this.sink = sink;
    }

    /**
     * The rows of a query as another statement gives them.
     *
     * @param command a tree that selects what the query does, and the texts after it
     */
    <R> List<R> list(Rows<R> query, Command command) {
        return SessionContext.of(reader.unit())
                .by(
                        query.options(),
                        () -> query.result() instanceof Result.Entity<R> entity
                                ? entities(query, entity.type(), command)
                                : values(query, command));
    }

    private <E> List<E> entities(Rows<E> query, Class<E> type, Command command) {
        EntityPlan plan = reader.plan(type);
        EntityCommand whole = EntityCommand.of(plan, command);
        List<EntityPlan.Other> others = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            DatabaseField field = new DatabaseField("text" + i, "#page");
            field.setType(String.class);
            others.add(new EntityPlan.Other(field, query.selected().size() + 1 + i));
        }
        List<E> entities = new ArrayList<>();
        new EntityReading(reader.unit(), reader.mapped(), plan)
                .refreshing(Reader.populates(query))
                .with(others)
                .each(reader.compiled(query, whole.command()), whole.positions(), 0, (entity, row) -> {
                    entities.add(type.cast(entity));
                    List<@Nullable String> given = new ArrayList<>();
                    others.forEach(other -> given.add((String) row.values().get(other.field())));
                    sink.accept(given);
                });
        new Loading(reader.unit(), reader.mapped()).all(entities, query.options());
        return entities;
    }

    private <R> List<R> values(Rows<R> query, Command command) {
        Compiled compiled = reader.compiled(query, command);
        try (Cursor cursor = reader.open(compiled, 0, 0)) {
            List<R> read = new ArrayList<>();
            ResultSet rows = cursor.rows();
            while (cursor.next()) {
                read.add(query.result().read(rows));
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= texts; i++) {
                    row.add(rows.getString(query.selected().size() + i));
                }
                sink.accept(row);
            }
            return read;
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }
}
