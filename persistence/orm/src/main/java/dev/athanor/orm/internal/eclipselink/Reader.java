// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.ReadOption;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.Query;
import dev.athanor.sql.Result;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Statement;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Reads by statements in a unit of work. For one thread. */
final class Reader {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final SessionContext context;

    Reader(UnitOfWorkImpl unit, MappedUnit mapped) {
        this.unit = unit;
        this.mapped = mapped;
        this.context = SessionContext.of(unit);
    }

    UnitOfWorkImpl unit() {
        return unit;
    }

    MappedUnit mapped() {
        return mapped;
    }

    /** The rows, or no more than so many of them if that is not 0. */
    <R> List<R> list(Rows<R> statement, int most) {
        return context.by(statement.options(), () -> read(statement, most));
    }

    private <R> List<R> read(Rows<R> statement, int most) {
        if (statement.result() instanceof Result.Entity<R> entity) {
            return entities(statement, entity.type(), most);
        }
        Synchronizing entities = Synchronizing.of(
                context.filtered(statement.command()), this, context.settings().synchronize());
        List<R> rows = entities.isNeeded()
                ? synchronizing(statement, entities, most)
                : values(compiled(statement, statement.command()), statement.result(), most);
        Written.by(statement, unit).done();
        return rows;
    }

    /** All rows are read, for all tell of an entity. */
    private <R> List<R> synchronizing(Rows<R> statement, Synchronizing entities, int most) {
        Compiled compiled = statement.compiled(audited(entities.command()));
        List<R> read = new ArrayList<>();
        try (Cursor cursor = open(compiled, 0, 0)) {
            while (cursor.next()) {
                if (most == 0 || read.size() < most) {
                    read.add(statement.result().read(cursor.rows()));
                }
                entities.row(cursor);
            }
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
        entities.done();
        return read;
    }

    /** Runs a statement, and gives the number of rows it touched. */
    long execute(Statement statement, Synchronize how) {
        Command command = context.filtered(statement.command());
        Synchronizing entities = Synchronizing.of(command, this, how);
        long touched = entities.givesRows() ? synchronizing(statement, entities) : counted(statement, command);
        entities.done();
        Written.by(statement, unit).done();
        return touched;
    }

    private long counted(Statement statement, Command seen) {
        Command command = audited(seen);
        Compiled compiled = statement.compiled(command);
        boolean counted = command != seen && !(statement instanceof Rows) && command instanceof Selection;
        return counted ? number(compiled) : run(new StatementCall(compiled, 0, 0).counting());
    }

    private long synchronizing(Statement statement, Synchronizing entities) {
        Compiled compiled = statement.compiled(audited(entities.command()));
        long count = 0;
        try (Cursor cursor = open(compiled, 0, 0)) {
            while (cursor.next()) {
                count++;
                entities.row(cursor);
            }
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
        return count;
    }

    /** The one number of each row. */
    List<Long> numbers(Compiled compiled) {
        List<Long> numbers = new ArrayList<>();
        try (Cursor cursor = open(compiled, 0, 0)) {
            while (cursor.next()) {
                numbers.add(cursor.rows().getLong(1));
            }
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
        return numbers;
    }

    long run(StatementCall call) {
        try (Cursor cursor = open(call)) {
            return cursor.count();
        }
    }

    private long number(Compiled compiled) {
        try (Cursor cursor = open(compiled, 0, 0)) {
            cursor.next();
            return cursor.rows().getLong(1);
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private <E> List<E> entities(Rows<E> statement, Class<E> type, int most) {
        EntityPlan plan = plan(type);
        EntityCommand whole = EntityCommand.of(plan, statement.command());
        List<E> entities = read(statement, type, plan, whole, most);
        new Loading(unit, mapped).all(entities, statement.options(), origin(statement, plan, whole));
        return entities;
    }

    private <E> List<E> read(Rows<E> statement, Class<E> type, EntityPlan plan, EntityCommand all, int most) {
        Optional<PartialEntities> partial = statement.command() instanceof Selection
                ? PartialEntities.of(plan, statement.options())
                : Optional.empty();
        EntityCommand whole = partial.map(
                        wanted -> wanted.pruned(all, EntityCommand.source(plan, (Selection) statement.command())))
                .orElse(all);
        Written written = Written.by(statement, unit);
        boolean refresh = written.refreshes() || populates(statement);
        List<JoinedRelation> joined =
                statement.command() instanceof Selection ? JoinTree.of(mapped, plan, statement.options()) : List.of();
        if (!joined.isEmpty()) {
            return joined(statement, type, plan, whole, partial, joined, most, refresh);
        }
        List<E> entities = new ArrayList<>();
        new EntityReading(unit, mapped, plan)
                .refreshing(refresh)
                .only(partial)
                .each(compiled(statement, whole.command()), whole.positions(), most, (entity, values) -> {
                    written.returned(entity);
                    entities.add(type.cast(entity));
                });
        written.done();
        partial.ifPresent(wanted -> Parts.keepFromSharedCache(unit, plan.descriptor(), entities));
        return entities;
    }

    private <E> List<E> joined(
            Rows<E> statement,
            Class<E> type,
            EntityPlan plan,
            EntityCommand whole,
            Optional<PartialEntities> partial,
            List<JoinedRelation> relations,
            int most,
            boolean refresh) {
        Source source = EntityCommand.source(plan, (Selection) statement.command());
        JoinedCommand.Made made = JoinedCommand.of(plan, source, whole, relations, most);
        List<E> entities = new ArrayList<>();
        new JoinedReading(unit, mapped, relations, made)
                .all(compiled(statement, made.command()), refresh, partial).stream()
                        .limit(most == 0 ? Long.MAX_VALUE : most)
                        .forEach(entity -> entities.add(type.cast(entity)));
        partial.ifPresent(wanted -> Parts.keepFromSharedCache(unit, plan.descriptor(), entities));
        return entities;
    }

    /** The query, as a part of others, if it is a select. */
    private static Optional<Origin> origin(Rows<?> statement, EntityPlan plan, EntityCommand whole) {
        return statement.command() instanceof Selection given && whole.command() instanceof Selection found
                ? Optional.of(new Origin(statement::compiled, found, plan, EntityCommand.source(plan, given)))
                : Optional.empty();
    }

    /** What a statement runs as: one that writes audited rows writes their history, too. */
    Compiled compiled(Statement statement, Command command) {
        return statement.compiled(audited(context.filtered(command)));
    }

    /** What a command runs as. */
    Command audited(Command command) {
        Auditing auditing = SessionContext.of(unit).settings().auditing();
        return AuditedCommand.of(command, mapped.auditors(), auditing);
    }

    static boolean populates(Rows<?> statement) {
        return statement.options().contains(ReadOption.POPULATE_EXISTING);
    }

    <R> List<R> values(Compiled compiled, Result<R> reader, int most) {
        try (Cursor cursor = open(compiled, most, 0)) {
            List<R> read = new ArrayList<>();
            ResultSet rows = cursor.rows();
            while (cursor.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    /** The rows, by a cursor of the server's, as long as the transaction lasts. */
    <R> Stream<R> stream(Rows<R> statement, int fetchSize) {
        if (fetchSize < 1) {
            throw new IllegalArgumentException("a row travels at a time at least, not " + fetchSize);
        }
        return OpenStreams.of(unit).add(context.by(statement.options(), () -> opened(statement, fetchSize)));
    }

    private <R> Stream<R> opened(Rows<R> statement, int fetchSize) {
        if (statement.result() instanceof Result.Entity<R> entity) {
            EntityPlan plan = plan(entity.type());
            EntityCommand whole = EntityCommand.of(plan, statement.command());
            EntityReading.Rows rows = new EntityReading(unit, mapped, plan)
                    .open(compiled(statement, whole.command()), whole.positions(), 0, fetchSize);
            Loading loading = new Loading(unit, mapped);
            Filters filters = context.filters();
            return new EntityStream<>(
                            rows,
                            entity.type(),
                            unit,
                            fetchSize,
                            partition -> context.with(filters, () -> {
                                loading.all(partition, statement.options());
                                return true;
                            }))
                    .stream();
        }
        return new RowStream<>(open(compiled(statement, statement.command()), 0, fetchSize), statement.result())
                .stream();
    }

    /** What runs for a statement: entities need more of each row than it says. */
    Compiled compiled(Statement statement) {
        if (statement instanceof Rows<?> rows) {
            return context.by(
                    rows.options(),
                    () -> compiled(
                            statement,
                            rows.result() instanceof Result.Entity<?> entity
                                    ? EntityCommand.of(plan(entity.type()), statement.command())
                                            .command()
                                    : statement.command()));
        }
        return compiled(statement, statement.command());
    }

    boolean exists(Query<?> query) {
        return context.by(
                query.options(),
                () -> value(query, new Subquery(whole(query), Subquery.Kind.EXISTS), List.of(), SqlTypes.BOOLEAN));
    }

    long count(Query<?> query) {
        return context.by(
                query.options(),
                () -> value(
                        query,
                        Call.of(Call.Kind.AGGREGATE, "count", List.of()),
                        List.of(new DerivedSource(whole(query), "counted", false)),
                        SqlTypes.BIGINT));
    }

    /** A query without what it does not give, as rows of other classes in its table. */
    private Command whole(Query<?> query) {
        return query.result() instanceof Result.Entity<?> entity
                ? EntityCommand.of(plan(entity.type()), query.command()).command()
                : query.command();
    }

    private <T> T value(Query<?> query, Expression value, List<Source> from, SqlType<T> type) {
        Selection selection = new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        List.of(value),
                        from,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
        Compiled compiled = compiled(query, selection);
        try (Cursor cursor = open(compiled, 0, 0)) {
            cursor.next();
            return orThrow(type.read(cursor.rows(), 1));
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private static <T> T orThrow(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    Cursor open(Compiled compiled, int most, int fetchSize) {
        return open(new StatementCall(compiled, most, fetchSize));
    }

    private Cursor open(StatementCall call) {
        RowsQuery query = new RowsQuery(call);
        return Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()));
    }

    EntityPlan plan(Class<?> type) {
        return mapped.plan(MappedUnit.descriptor(unit, type));
    }
}
