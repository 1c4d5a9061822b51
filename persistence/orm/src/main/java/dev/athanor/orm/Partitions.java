// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of a stream in lists of a size. It never reads ahead: the next row would have those of the list leave the
 * session.
 */
final class Partitions<R> extends Spliterators.AbstractSpliterator<List<R>> {
    private final Spliterator<R> rows;
    private final int size;

    private Partitions(Spliterator<R> rows, int size) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.rows = rows;
        this.size = size;
    }

    static <R> Stream<List<R>> of(Stream<R> rows, int size) {
        return StreamSupport.stream(new Partitions<>(rows.spliterator(), size), false)
                .onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super List<R>> action) {
        List<R> partition = new ArrayList<>();
        boolean more = true;
        while (more && partition.size() < size) {
            more = rows.tryAdvance(partition::add);
        }
        if (partition.isEmpty()) {
            return false;
        }
        action.accept(partition);
        return true;
    }
}
