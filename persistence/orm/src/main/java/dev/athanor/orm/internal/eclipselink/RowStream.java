// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Result;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of an open cursor that are no entities, one after the other. */
final class RowStream<R> extends Spliterators.AbstractSpliterator<R> {
    private final Cursor cursor;
    private final Result<R> reader;

    RowStream(Cursor cursor, Result<R> reader) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.cursor = cursor;
        this.reader = reader;
    }

    Stream<R> stream() {
        return StreamSupport.stream(this, false).onClose(cursor::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        try {
            if (!cursor.next()) {
                return false;
            }
            action.accept(reader.read(cursor.rows()));
            return true;
        } catch (SQLException e) {
            throw cursor.failed(e);
        }
    }
}
