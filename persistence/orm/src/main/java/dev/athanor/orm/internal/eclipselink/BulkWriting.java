// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Synchronize;
import dev.athanor.orm.bulk.Bulk;
import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.BulkReturned;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.Column;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Table;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes many rows at once in a session. */
final class BulkWriting implements Bulk {
    private static final int CHUNK = 10_000;

    private final Supplier<Reader> begin;
    private final Chunks.Settings settings;

    private BulkWriting(Supplier<Reader> begin, Chunks.Settings settings) {
        this.begin = begin;
        this.settings = settings;
    }

    /**
     * In a session.
     *
     * @param begin flushes, and gives what reads by the transaction
     */
    static Bulk in(Supplier<Reader> begin) {
        return new BulkWriting(begin, new Chunks.Settings(CHUNK, done -> {}, false));
    }

    @Override
    public Bulk chunksOf(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a chunk has a row at least, not " + rows);
        }
        return new BulkWriting(begin, new Chunks.Settings(rows, settings.progress(), settings.reporting()));
    }

    @Override
    public Bulk onProgress(LongConsumer done) {
        Objects.requireNonNull(done, "done");
        return new BulkWriting(begin, new Chunks.Settings(settings.size(), done, settings.reporting()));
    }

    @Override
    public Bulk reportingFailures() {
        return new BulkWriting(begin, new Chunks.Settings(settings.size(), settings.progress(), true));
    }

    @Override
    public BulkResult insert(Iterable<?> entities) {
        TableWriting writing = new TableWriting(begin.get());
        Chunks chunks = chunks(writing);
        List<RowFailure> failures = chunks.write(entities, chunk -> new EntityInsertion(writing, chunk));
        return new BulkResult(chunks.done() - failures.size(), failures, List.of());
    }

    private Chunks chunks(TableWriting writing) {
        return new Chunks(SessionContext.of(writing.unit()).nesting(), settings);
    }

    @Override
    public <R> BulkResult insert(RowMapping<R> mapping, Iterable<? extends R> rows) {
        return result(inserted(Giving.nothing(), mapping, rows));
    }

    @Override
    public BulkResult insert(Table table, Iterable<? extends Map<? extends Column<?>, ?>> rows) {
        TableSource target = target(table);
        TableWriting writing = new TableWriting(begin.get());
        Chunks chunks = chunks(writing);
        List<RowFailure> failures =
                chunks.<Map<? extends Column<?>, ?>>write(rows, chunk -> new ColumnMaps(writing, target, chunk));
        return new BulkResult(chunks.done() - failures.size(), failures, List.of());
    }

    private static TableSource target(Table table) {
        return RowMapping.of(Object.class, table).target();
    }

    @Override
    public <R, V> BulkReturned<V> insertReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return inserted(Giving.value(value), mapping, rows).returned();
    }

    @Override
    public <R, E> BulkReturned<E> insertReturning(
            EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return inserted(Giving.entity(table), mapping, rows).returned();
    }

    private <R, V> Done<V> inserted(Giving<V> giving, RowMapping<R> mapping, Iterable<? extends R> rows) {
        TableWriting writing = new TableWriting(begin.get());
        KeyedRows.Written<V> written = new KeyedRows.Written<>();
        List<RowFailure> failures = chunks(writing)
                .<R>write(rows, chunk -> new MappedRows<>(writing, rows(mapping, chunk), giving, written));
        return new Done<>(written, failures);
    }

    private static <R> TableRows rows(RowMapping<R> mapping, List<R> chunk) {
        List<@Nullable Object[]> rows = new ArrayList<>(chunk.size());
        for (R row : chunk) {
            rows.add(mapping.values(row));
        }
        return new TableRows(mapping.target(), mapping.columns(), rows);
    }

    @Override
    public <R> BulkResult update(RowMapping<R> mapping, Iterable<? extends R> rows) {
        return result(keyed(Giving.nothing(), mapping, rows, false));
    }

    @Override
    public <R, V> BulkReturned<V> updateReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return keyed(Giving.value(value), mapping, rows, false).returned();
    }

    @Override
    public <R, E> BulkReturned<E> updateReturning(
            EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return keyed(Giving.entity(table), mapping, rows, false).returned();
    }

    @Override
    public <R> BulkResult delete(RowMapping<R> mapping, Iterable<? extends R> rows) {
        return result(keyed(Giving.nothing(), mapping, rows, true));
    }

    @Override
    public <R, V> BulkReturned<V> deleteReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return keyed(Giving.value(value), mapping, rows, true).returned();
    }

    @Override
    public <R, E> BulkReturned<E> deleteReturning(
            EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows) {
        return keyed(Giving.entity(table), mapping, rows, true).returned();
    }

    private <R, V> Done<V> keyed(Giving<V> giving, RowMapping<R> mapping, Iterable<? extends R> rows, boolean deletes) {
        Reader reader = begin.get();
        KeyedRows.Keyed keyed = new KeyedRows.Keyed(mapping.key(), mapping.raised(), deletes, synchronize(reader));
        TableWriting writing = new TableWriting(reader);
        KeyedRows.Written<V> written = new KeyedRows.Written<>();
        List<RowFailure> failures = chunks(writing)
                .<R>write(rows, chunk -> new KeyedRows<>(writing, rows(mapping, chunk), keyed, giving, written));
        return new Done<>(written, failures);
    }

    /** Rows that are found by those that are given are not found by the session itself. */
    private static Synchronize synchronize(Reader reader) {
        Synchronize how = SessionContext.of(reader.unit()).settings().synchronize();
        return how == Synchronize.NONE ? how : Synchronize.FETCH;
    }

    @Override
    public <K> BulkResult delete(Column<K> key, Iterable<? extends K> keys) {
        if (!(key.expression().node() instanceof ColumnReference reference)
                || !(reference.source() instanceof TableSource target)) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "\"" + key.name() + "\" is not a column of one table");
        }
        Reader reader = begin.get();
        KeyedRows.Keyed keyed = new KeyedRows.Keyed(List.of(key.name()), Optional.empty(), true, synchronize(reader));
        TableWriting writing = new TableWriting(reader);
        KeyedRows.Written<Long> written = new KeyedRows.Written<>();
        List<RowFailure> failures = chunks(writing)
                .<K>write(
                        keys,
                        chunk -> new KeyedRows<>(writing, keys(target, key, chunk), keyed, Giving.nothing(), written));
        return result(new Done<>(written, failures));
    }

    private static <K> TableRows keys(TableSource target, Column<K> key, List<K> chunk) {
        List<@Nullable Object[]> rows = new ArrayList<>(chunk.size());
        for (K value : chunk) {
            rows.add(new @Nullable Object[] {ColumnMaps.plain(key, value)});
        }
        return new TableRows(target, List.of(key.name()), rows);
    }

    private static BulkResult result(Done<?> done) {
        return new BulkResult(done.written.rows, done.failures, done.missing());
    }

    /** What became of all. */
    private record Done<V>(KeyedRows.Written<V> written, List<RowFailure> failures) {
        BulkReturned<V> returned() {
            return new BulkReturned<>(written.values, failures, missing());
        }

        private List<Long> missing() {
            return written.missing;
        }
    }
}
