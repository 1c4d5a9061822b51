// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several results that belong together: one that fails fails all. Thread-safe. */
final class Gathering<T> {
    private final List<? extends CompletableFuture<? extends T>> parts;
    private final AtomicInteger missing;

    Gathering(List<? extends CompletableFuture<? extends T>> parts) {
        this.parts = parts;
        this.missing = new AtomicInteger(parts.size());
    }

    /** All of them, in their order. */
    CompletableFuture<List<T>> gathered(CompletableFuture<List<T>> all) {
        return gathered(
                all, () -> parts.stream().<T>map(CompletableFuture::join).toList());
    }

    /** What is made of them when they are there. */
    <R> CompletableFuture<R> gathered(CompletableFuture<R> all, Supplier<? extends R> made) {
        for (CompletableFuture<? extends T> part : parts) {
            CompletableFuture<?> unused = part.whenComplete((result, failure) -> came(failure, all, made));
        }
        if (parts.isEmpty()) {
            all.complete(made.get());
        }
        CompletableFuture<R> unused = all.whenComplete((result, failure) -> {
            if (failure != null) {
                parts.forEach(part -> part.cancel(true));
            }
        });
        return all;
    }

    private <R> void came(@Nullable Throwable failure, CompletableFuture<R> all, Supplier<? extends R> made) {
        if (failure != null) {
            all.completeExceptionally(failure);
        } else if (missing.decrementAndGet() == 0) {
            try {
                all.complete(made.get());
            } catch (RuntimeException | Error e) {
                all.completeExceptionally(e);
            }
        }
    }
}
