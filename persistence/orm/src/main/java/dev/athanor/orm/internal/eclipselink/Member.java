// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/**
 * A field or a getter.
 *
 * @param element itself
 * @param type its type
 */
record Member(AnnotatedElement element, Type type) {
    static Optional<Member> of(Class<?> owner, String attribute) {
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            Optional<Member> found = declared(type, attribute);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The getter has the annotations, if the class says them of properties; a field may be called otherwise. */
    private static Optional<Member> declared(Class<?> type, String attribute) {
        Optional<Member> getter = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && isGetter(method.getName(), attribute))
                .filter(method -> method.getAnnotations().length > 0)
                .map(method -> new Member(method, method.getGenericReturnType()))
                .findFirst();
        return getter.or(() -> Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(attribute))
                .map(field -> new Member(field, field.getGenericType()))
                .findFirst());
    }

    private static boolean isGetter(String method, String attribute) {
        return method.equalsIgnoreCase("get" + attribute) || method.equalsIgnoreCase("is" + attribute);
    }

    Type firstArgument() {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    }

    Type lastArgument() {
        if (!(type instanceof ParameterizedType generic)) {
            return type;
        }
        Type[] arguments = generic.getActualTypeArguments();
        return arguments[arguments.length - 1];
    }
}
