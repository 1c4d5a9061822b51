// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.util.Objects;
import java.util.function.Function;

/**
 * What there is of something to be edited, as it is at a version.
 *
 * <pre>{@code
 * Edition<NewProduct> kettle = catalogue.edition("KETTLE").orElseThrow();
 * catalogue.change("KETTLE", kettle.version(), dearer(kettle.value()));
 * }</pre>
 *
 * @param value what it says
 * @param version to be given when it is changed
 */
public record Edition<T>(T value, int version) {
    /** Checks that there is one. */
    public Edition {
        Objects.requireNonNull(value, "value");
    }

    /** The same, seen otherwise. */
    public <R> Edition<R> map(Function<? super T, ? extends R> view) {
        return new Edition<>(view.apply(value), version);
    }
}
