// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;

import dev.athanor.orm.Session;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.sql.SqlTypes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What parts write by: rows go to the database as they are made, so that any number of them needs little memory. For
 * one thread.
 *
 * @param session of the part's transaction
 * @param sizes how much there is to be
 * @param seed what all chance comes from
 * @param until when the data ends: nothing has happened later
 */
record Writing(Session session, Sizes sizes, long seed, Instant until, Progress progress) {

    Draw draw(String what, long row) {
        return Draw.of(seed, what, row);
    }

    /** A row for each number from 1 on. */
    <R> void rows(RowMapping<R> mapping, long count, LongFunction<R> row) {
        several(mapping, count, number -> Stream.of(row.apply(number)));
    }

    /** Some rows for each number from 1 on. */
    <R> void several(RowMapping<R> mapping, long count, LongFunction<Stream<R>> rows) {
        String table =
                mapping.target().schema().orElseThrow() + "." + mapping.target().name();
        AtomicLong reached = new AtomicLong();
        progress.begins(table, count);
        Stream<R> all =
                LongStream.rangeClosed(1, count).peek(reached::set).boxed().flatMap(rows::apply);
        long written = session.bulk()
                .onProgress(done -> progress.reached(reached.get()))
                .insert(mapping, all)
                .rows();
        progress.ends(written);
    }

    /** Lets the keys that the database gives go on after those of the data. */
    void keysAfter(String table, long last) {
        sequenceAfter("pg_get_serial_sequence('" + table + "', 'id')", last);
    }

    /** The same of a sequence that gives keys in blocks: the next block is after the one that the last key is in. */
    void blocksAfter(String sequence, int block, long last) {
        sequenceAfter("'" + sequence + "'", (last + block - 1) / block * block);
    }

    private void sequenceAfter(String sequence, long last) {
        if (last > 0) {
            session.one(selectValue(text(SqlTypes.BIGINT, "setval(" + sequence + ", {})", last)));
        }
    }
}
