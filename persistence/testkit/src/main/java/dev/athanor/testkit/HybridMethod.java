// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.annotations.Hybrid;
import dev.athanor.sql.Expr;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid: a method of an entity, or of what is embedded in it, and those of the table that mean the same.
 *
 * @param name its name, after the path of what is embedded
 * @param shape what has it
 * @param java the method
 * @param plain that of the table which takes what the method does, if there is one
 * @param expressions that of the table which takes expressions, if there is one
 */
record HybridMethod(String name, Shape shape, Method java, Optional<Method> plain, Optional<Method> expressions) {
    /** All hybrids of an entity. */
    static List<HybridMethod> of(Shape entity) {
        return entity.shapes().flatMap(HybridMethod::ofOne).toList();
    }

    private static Stream<HybridMethod> ofOne(Shape shape) {
        Map<List<Object>, Method> methods = new LinkedHashMap<>();
        for (Class<?> level : Property.levels(shape.type())) {
            Arrays.stream(level.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Hybrid.class))
                    .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                    .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                    .forEach(method -> methods.putIfAbsent(signature(method), method));
        }
        return methods.values().stream().map(method -> of(shape, method));
    }

    private static List<Object> signature(Method method) {
        return List.of(method.getName(), List.of(method.getParameterTypes()));
    }

    private static HybridMethod of(Shape shape, Method java) {
        String name = shape.path() + java.getName();
        List<Method> named = Arrays.stream(shape.table().getClass().getMethods())
                .filter(method -> method.getName().equals(java.getName())
                        && method.getParameterCount() == java.getParameterCount()
                        && Expr.class.isAssignableFrom(method.getReturnType()))
                .toList();
        Optional<Method> plain =
                named.stream().filter(method -> takesTheSame(method, java)).findFirst();
        Optional<Method> expressions = named.stream()
                .filter(method -> java.getParameterCount() > 0 && takesExpressions(method, java))
                .findFirst();
        if (plain.isEmpty() && expressions.isEmpty()) {
            throw ContractException.hybrid(
                    described(name, java),
                    "has no counterpart: " + shape.table().getClass().getSimpleName()
                            + " has no method of this name and these parameters that gives an expression");
        }
        Stream.of(Optional.of(java), plain, expressions)
                .flatMap(Optional::stream)
                .forEach(method -> method.setAccessible(true));
        return new HybridMethod(name, shape, java, plain, expressions);
    }

    private static boolean takesTheSame(Method method, Method java) {
        Class<?>[] own = method.getParameterTypes();
        Class<?>[] wanted = java.getParameterTypes();
        for (int i = 0; i < own.length; i++) {
            if (Domains.boxed(own[i]) != Domains.boxed(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean takesExpressions(Method method, Method java) {
        Class<?>[] own = method.getParameterTypes();
        for (int i = 0; i < own.length; i++) {
            Class<?> wanted = Domains.boxed(java.getParameterTypes()[i]);
            if (!Expr.class.isAssignableFrom(own[i])
                    || !Generics.argument(method.getGenericParameterTypes()[i], Expr.class, 0)
                            .map(type -> type.isAssignableFrom(wanted))
                            .orElse(true)) {
                return false;
            }
        }
        return true;
    }

    private static String described(String name, Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** The types of its parameters. */
    List<Class<?>> parameters() {
        return List.of(java.getParameterTypes());
    }

    /** Its answer for an object. */
    Answer answer(Object object, List<@Nullable Object> arguments) {
        try {
            return Answer.of(java.invoke(object, arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof ContractException unreached) {
                throw unreached;
            }
            return Answer.thrown(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw ContractException.hybrid(name, "cannot be called: " + e);
        }
    }

    /** Its expression, with these arguments. */
    Expr<?> expression(List<@Nullable Object> arguments) {
        return called(plain.orElseThrow(), new ArrayList<>(arguments));
    }

    /** Its expression, with these expressions for arguments. */
    Expr<?> expressionOf(List<Expr<?>> arguments) {
        return called(expressions.orElseThrow(), new ArrayList<>(arguments));
    }

    private Expr<?> called(Method method, List<@Nullable Object> arguments) {
        try {
            return (Expr<?>) method.invoke(shape.table(), arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new ContractException(
                    ContractError.HYBRID_UNSUPPORTED,
                    name + " gives no expression: " + e.getTargetException(),
                    e.getTargetException());
        } catch (IllegalAccessException e) {
            throw ContractException.hybrid(name, "cannot be called: " + e);
        }
    }

    @Override
    public String toString() {
        return described(name, java);
    }
}
