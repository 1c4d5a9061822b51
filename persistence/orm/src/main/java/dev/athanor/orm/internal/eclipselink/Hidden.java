// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field that EclipseLink gives no access to. Looked for once, so that a version without it is noticed at the first
 * block within a transaction. Immutable and thread-safe.
 *
 * @param <T> what it holds
 */
final class Hidden<T> {
    private final Field field;

    private Hidden(Field field) {
        this.field = field;
    }

    static <T> Hidden<T> of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return new Hidden<>(field);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of EclipseLink has no " + owner.getName() + "." + name, e);
        }
    }

    @SuppressWarnings("unchecked") // what the field is declared as
    @Nullable
    T of(Object owner) {
        try {
            return (T) field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    void set(Object owner, @Nullable T value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
