// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Something real, some methods of which do something else. */
public final class Pretended<T> {
    private final Class<T> type;
    private final Object real;
    private final Map<String, Answer> answers = new HashMap<>();

    private Pretended(Class<T> type, Object real) {
        this.type = type;
        this.real = real;
    }

    public static <T> Pretended<T> of(Class<T> type, T real) {
        return new Pretended<>(type, real);
    }

    /** Where methods of a name answer so. */
    public Pretended<T> where(String method, Answer answer) {
        answers.put(method, answer);
        return this;
    }

    public T made() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Callable<Object> really = () -> called(method, arguments);
                    Answer answer = answers.get(method.getName());
                    return answer == null ? really.call() : answer.to(really);
                }));
    }

    private Object called(Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** What a method does instead. */
    public interface Answer {
        /** To a call, given what it would really do. */
        Object to(Callable<Object> really) throws Exception;
    }
}
