// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;

/** Pages, one after the other, each read when it is asked for. */
final class PageStream<R> extends Spliterators.AbstractSpliterator<KeysetPage<R>> {
    private final Function<Keyset, KeysetPage<R>> reading;
    private final int size;
    private Optional<Keyset> next;

    PageStream(Function<Keyset, KeysetPage<R>> reading, int size) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.reading = reading;
        this.size = size;
        this.next = Optional.of(Keyset.first(size));
    }

    @Override
    public boolean tryAdvance(Consumer<? super KeysetPage<R>> action) {
        if (next.isEmpty()) {
            return false;
        }
        KeysetPage<R> page = reading.apply(next.get());
        next = page.next().map(cursor -> Keyset.at(cursor, size));
        if (page.items().isEmpty()) {
            return false;
        }
        action.accept(page);
        return true;
    }
}
