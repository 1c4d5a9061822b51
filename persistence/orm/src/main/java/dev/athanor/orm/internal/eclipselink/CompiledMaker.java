// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Calls a handle that is a constant of its class: each handle has a hidden class of its own, made of the code of this
 * one, so that the JVM compiles all that the handle does as if it had been written for its entity. Hidden classes are
 * unloaded when nothing has such a maker any more.
 */
final class CompiledMaker implements EntityMaker {
    private static final MethodHandle MAKE = handle();

    private static MethodHandle handle() {
        try {
            MethodHandle given = MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
            return Objects.requireNonNull(given, "only its copies have a handle");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class has no access to itself", e);
        }
    }

    @Override
    public Object make(
            @Nullable Object[] values, EntityRows.Row row, UnitOfWorkImpl unit, boolean transactional, Object key) {
        try {
            return MAKE.invokeExact(values, row, unit, transactional, key);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an entity cannot be made", e);
        }
    }
}
