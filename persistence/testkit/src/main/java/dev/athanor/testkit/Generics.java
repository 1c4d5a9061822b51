// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What generic types say about their arguments. */
final class Generics {
    private Generics() {}

    /** An argument of a class that a type inherits from, if it says which. */
    static Optional<Class<?>> argument(Type type, Class<?> ancestor, int position) {
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        Type level = type;
        while (level != null) {
            Class<?> raw = raw(level, known).orElse(Object.class);
            learn(level, raw, known);
            if (raw == ancestor) {
                return raw(ancestor.getTypeParameters()[position], known);
            }
            level = raw.getGenericSuperclass();
        }
        return Optional.empty();
    }

    /** An argument of a type itself, if it says which. */
    static Optional<Class<?>> argument(Type type, int position) {
        return type instanceof ParameterizedType parameterized
                ? raw(parameterized.getActualTypeArguments()[position], Map.of())
                : Optional.empty();
    }

    private static void learn(Type type, Class<?> raw, Map<TypeVariable<?>, Type> known) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                known.put(raw.getTypeParameters()[i], arguments[i]);
            }
        }
    }

    private static Optional<Class<?>> raw(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof Class<?> plain) {
            return Optional.of(plain);
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType(), known);
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0], known);
        }
        Type said = type instanceof TypeVariable<?> variable ? known.get(variable) : null;
        return said == null || said.equals(type) ? Optional.empty() : raw(said, known);
    }
}
