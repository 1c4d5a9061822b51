// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made when it is first asked for, and then kept. Threads that ask at the same time may make several, of which
 * one is kept: no lock is held meanwhile, as who makes it may ask again. Thread-safe.
 */
public final class Once<T> implements Supplier<T> {
    private final Supplier<? extends T> making;
    private final AtomicReference<@Nullable T> kept = new AtomicReference<>();

    public Once(Supplier<? extends T> making) {
        this.making = Objects.requireNonNull(making, "making");
    }

    @Override
    public T get() {
        T known = kept.get();
        return known == null ? keep(Objects.requireNonNull(making.get(), "nothing was made")) : known;
    }

    private T keep(T made) {
        return kept.compareAndSet(null, made) ? made : Objects.requireNonNull(kept.get());
    }
}
