// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.TableRows;
import java.util.List;

/** The rows of a chunk that fill the same columns of one table. For one use by one thread. */
final class MappedRows<V> implements Chunks.Prepared {
    private final TableWriting writing;
    private final TableRows rows;
    private final Giving<V> giving;
    private final KeyedRows.Written<V> written;

    MappedRows(TableWriting writing, TableRows rows, Giving<V> giving, KeyedRows.Written<V> written) {
        this.writing = writing;
        this.rows = rows;
        this.giving = giving;
        this.written = written;
    }

    @Override
    public Runnable write(int from, int to) {
        List<V> values = giving.insert(writing, rows.range(from, to));
        return () -> {
            giving.keep(written.values, values);
            written.rows += to - from;
        };
    }
}
