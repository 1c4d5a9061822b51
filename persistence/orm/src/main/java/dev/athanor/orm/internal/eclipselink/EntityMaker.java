// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Makes entities of one class. Immutable and thread-safe. */
interface EntityMaker {
    /**
     * Makes an entity with the values of a row, a listener, and relations that are not loaded.
     *
     * @param values those of the row
     * @param row what relations keep of it
     * @param transactional whether the row was read in a transaction
     * @param key by which the entity is known
     */
    Object make(@Nullable Object[] values, EntityRows.Row row, UnitOfWorkImpl unit, boolean transactional, Object key);

    /** One that calls a handle, which has the type of {@link #make}: a class of its own, of the code of another. */
    static EntityMaker calling(MethodHandle make) {
        try (InputStream code = CompiledMaker.class.getResourceAsStream("CompiledMaker.class")) {
            MethodHandles.Lookup copy = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(
                            Objects.requireNonNull(code, "the code of the class")
                                    .readAllBytes(),
                            make,
                            true);
            return (EntityMaker) copy.lookupClass().getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("the code of a class cannot be read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a class cannot be made of the code of another", e);
        }
    }
}
