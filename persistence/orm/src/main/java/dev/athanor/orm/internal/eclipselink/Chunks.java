// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Writes rows a chunk after the other. A chunk that the database refuses is halved until the rows are found that it
 * refuses. For one use by one thread.
 */
final class Chunks {
    /** The classes of errors that are about values: others would be the same for each row. */
    private static final Set<String> OF_ROWS = Set.of("22", "23", "44", "P0");

    private final Nesting nesting;
    private final Settings settings;
    private final List<RowFailure> failures = new ArrayList<>();
    private long done;

    Chunks(Nesting nesting, Settings settings) {
        this.nesting = nesting;
        this.settings = settings;
    }

    /** Writes all, or none if it throws. */
    <R> List<RowFailure> write(Iterable<? extends R> rows, Function<List<R>, Prepared> preparation) {
        return nesting.block(() -> {
            List<R> chunk = new ArrayList<>();
            for (R row : rows) {
                chunk.add(row);
                if (chunk.size() == settings.size) {
                    write(chunk, preparation);
                }
            }
            if (!chunk.isEmpty()) {
                write(chunk, preparation);
            }
            return failures;
        });
    }

    /** How many rows there were. */
    long done() {
        return done;
    }

    private <R> void write(List<R> chunk, Function<List<R>, Prepared> preparation) {
        write(preparation.apply(chunk), 0, chunk.size());
        done += chunk.size();
        chunk.clear();
        settings.progress.accept(done);
    }

    private void write(Prepared rows, int from, int to) {
        Optional<SqlException> failure = attempt(rows, from, to);
        if (failure.isEmpty()) {
            return;
        }
        if (to - from == 1) {
            refused(done + from, failure.get());
            return;
        }
        int middle = (from + to) >>> 1;
        write(rows, from, middle);
        write(rows, middle, to);
    }

    private Optional<SqlException> attempt(Prepared rows, int from, int to) {
        try {
            Runnable written = nesting.savepoint(() -> rows.write(from, to));
            written.run();
            return Optional.empty();
        } catch (SqlException e) {
            if (isOfRows(e)) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private static boolean isOfRows(SqlException failure) {
        return failure.sqlState()
                .filter(state -> state.length() == 5 && OF_ROWS.contains(state.substring(0, 2)))
                .isPresent();
    }

    private void refused(long index, SqlException cause) {
        if (!settings.reporting) {
            throw new OrmException(
                    OrmError.ROW_REFUSED,
                    "the database refuses the row at " + index + ", counted from 0: " + cause.getMessage()
                            + "; none is written, reportingFailures() writes the others",
                    cause);
        }
        failures.add(new RowFailure(index, cause));
    }

    /**
     * How rows are written.
     *
     * @param size how many at once
     * @param progress who is told
     * @param reporting whether others are written if one is refused
     */
    record Settings(int size, LongConsumer progress, boolean reporting) {}

    /** The rows of a chunk, ready to be written once or again. */
    interface Prepared {
        /** Writes some of them. Gives what is to be done when they stay. */
        Runnable write(int from, int to);
    }
}
