// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A relation that no option loaded is about to be loaded by itself, for one entity.
 *
 * @param entity the class of the entity
 * @param attribute the relation
 * @param place finds the place in the application that uses it; to be asked while the event is told
 */
public record LazyLoad(
        EventScope scope, Class<?> entity, String attribute, Supplier<Optional<StackWalker.StackFrame>> place)
        implements SessionEvent {
    /** Nothing is null. */
    public LazyLoad {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(place, "place");
    }

    @Override
    public boolean isRefusable() {
        return true;
    }

    /** The place in the application that uses it. */
    public Optional<StackWalker.StackFrame> caller() {
        return place.get();
    }
}
