// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.bulk;

import dev.athanor.sql.Column;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Table;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Writes many rows at once, a chunk after the other, so that any number of them fits into memory. What the session has
 * pending is flushed before. Each step gives a new bulk; as thread-safe as its session.
 *
 * <pre>{@code
 * session.bulk().insert(articles);
 * session.bulk().chunksOf(5_000).onProgress(System.out::println).insert(lines, stream);
 * }</pre>
 *
 * <p>A row that the database refuses is an error that says which it was, and none of the rows is written; the
 * transaction can go on. A bulk that is {@link #reportingFailures} writes the others.
 */
public interface Bulk {
    /** Writes so many rows at once; 10,000 if nothing is said. */
    Bulk chunksOf(int rows);

    /** Tells how many rows are done, after each chunk. */
    Bulk onProgress(LongConsumer done);

    /** Goes on without the rows that the database refuses, and reports them. */
    Bulk reportingFailures();

    /**
     * Inserts entities, which get their keys and versions. They are not in the session then. Their relations to one are
     * written, those to many are to be empty or the other side's.
     */
    BulkResult insert(Iterable<?> entities);

    /** Inserts the entities of a stream. */
    default BulkResult insert(Stream<?> entities) {
        return insert(once(entities));
    }

    /** Inserts a row for each object. */
    <R> BulkResult insert(RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Inserts a row for each object of a stream. */
    default <R> BulkResult insert(RowMapping<R> mapping, Stream<? extends R> rows) {
        return insert(mapping, once(rows));
    }

    /** Inserts a row for each map; columns that it does not have get their defaults. */
    BulkResult insert(Table table, Iterable<? extends Map<? extends Column<?>, ?>> rows);

    /** Inserts a row for each object, and gives a value of each row. */
    <R, V> BulkReturned<V> insertReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Inserts a row for each object, and gives the entity of each row. */
    <R, E> BulkReturned<E> insertReturning(EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Updates for each object the row that has its key. */
    <R> BulkResult update(RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Updates for each object of a stream the row that has its key. */
    default <R> BulkResult update(RowMapping<R> mapping, Stream<? extends R> rows) {
        return update(mapping, once(rows));
    }

    /** Updates for each object the row that has its key, and gives a value of each row. */
    <R, V> BulkReturned<V> updateReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Updates for each object the row that has its key, and gives the entity of each row. */
    <R, E> BulkReturned<E> updateReturning(EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Deletes for each object the row that has its key; other columns are not looked at. */
    <R> BulkResult delete(RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Deletes for each object the row that has its key, and gives a value of each row. */
    <R, V> BulkReturned<V> deleteReturning(Expr<V> value, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Deletes for each object the row that has its key, and gives the entity of each row. */
    <R, E> BulkReturned<E> deleteReturning(EntityTable<E> table, RowMapping<R> mapping, Iterable<? extends R> rows);

    /** Deletes the rows whose column, usually the key, has one of these values. */
    <K> BulkResult delete(Column<K> key, Iterable<? extends K> keys);

    /** Deletes the rows whose column, usually the key, has one of the values of a stream. */
    default <K> BulkResult delete(Column<K> key, Stream<? extends K> keys) {
        return delete(key, once(keys));
    }

    @SuppressWarnings("StreamToIterable") // a bulk goes through its rows once
    private static <R> Iterable<R> once(Stream<R> rows) {
        return rows::iterator;
    }
}
