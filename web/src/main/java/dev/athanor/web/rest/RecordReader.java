// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Reason;
import dev.athanor.web.error.Pointers;
import dev.athanor.web.error.Problem.Detail;
import dev.athanor.web.error.Refused;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of JSON, and collects whatever does not fit, with where it is. A list or a map that is missing is
 * empty, a truth is false, and all else is null: whether that may be so, services say. For one thread.
 */
final class RecordReader {
    private final Set<Detail> problems = new LinkedHashSet<>();

    <R extends Record> R read(Class<R> type, JsonValue value) {
        Object record = record(type, value, "");
        if (!problems.isEmpty()) {
            throw Refused.unprocessable(List.copyOf(problems));
        }
        return Objects.requireNonNull(type.cast(record));
    }

    /** Refuses names that a type does not have, also those of nothing. */
    void checkNames(Class<?> type, JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            return;
        }
        Map<String, Class<?>> known = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(component.getName(), component.getType());
        }
        object.forEach((name, inside) -> {
            Class<?> inner = known.get(name);
            if (inner == null) {
                add(Pointers.within(pointer, name), "is not known; known are " + String.join(", ", known.keySet()));
            } else if (inner.isRecord()) {
                checkNames(inner, inside, Pointers.within(pointer, name));
            }
        });
    }

    private @Nullable Object record(Class<?> type, JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            return refused(pointer, "must be an object");
        }
        int before = problems.size();
        checkNames(type, value, pointer);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = value(components[i].getGenericType(), object.get(name), Pointers.within(pointer, name));
        }
        return problems.size() > before ? null : made(type, components, values);
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " does not take what it says it takes", e);
        }
    }

    private @Nullable Object value(Type type, @Nullable JsonValue value, String pointer) {
        if (value == null || value == JsonValue.NULL) {
            return missing(type, pointer);
        }
        if (type instanceof ParameterizedType several) {
            return several(several, value, pointer);
        }
        Class<?> one = (Class<?>) type;
        return one.isRecord() ? record(one, value, pointer) : scalar(one, value, pointer);
    }

    private @Nullable Object missing(Type type, String pointer) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType several ? several.getRawType() : type);
        if (raw == boolean.class) {
            return false;
        }
        if (raw.isPrimitive()) {
            return refused(pointer, "must be given");
        }
        return raw == Optional.class
                ? Optional.empty()
                : raw == List.class ? List.of() : raw == Set.class ? Set.of() : raw == Map.class ? Map.of() : null;
    }

    private @Nullable Object several(ParameterizedType type, JsonValue value, String pointer) {
        Type[] inside = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.ofNullable(value(inside[0], value, pointer));
        }
        if (type.getRawType() == Map.class) {
            return value instanceof JsonObject object
                    ? map(inside[1], object, pointer)
                    : refused(pointer, "must be an object");
        }
        if (!(value instanceof JsonArray array)) {
            return refused(pointer, "must be an array");
        }
        List<Object> list = list(inside[0], array, pointer);
        return type.getRawType() == Set.class ? Set.copyOf(list) : list;
    }

    private List<Object> list(Type type, JsonArray array, String pointer) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            present(type, array.get(i), Pointers.within(pointer, i)).ifPresent(list::add);
        }
        return list;
    }

    private Map<String, Object> map(Type type, JsonObject object, String pointer) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, inside) -> {
            String within = Pointers.within(pointer, name);
            if (Scalars.of(String.class, Json.createValue(name)).isEmpty()) {
                add(within, "must be called by " + Scalars.shape(String.class));
            }
            present(type, inside, within).ifPresent(value -> map.put(name, value));
        });
        return map;
    }

    /** What is one of several has to be there. */
    private Optional<Object> present(Type type, JsonValue value, String pointer) {
        int before = problems.size();
        Optional<Object> present = Optional.ofNullable(value(type, value, pointer));
        if (present.isEmpty() && problems.size() == before) {
            add(pointer, "must be given");
        }
        return present;
    }

    private @Nullable Object scalar(Class<?> type, JsonValue value, String pointer) {
        Optional<?> read = type.isEnum() ? constant(type, value) : Scalars.of(type, value);
        return read.isPresent() ? read.get() : refused(pointer, "must be " + Scalars.shape(type));
    }

    private static Optional<?> constant(Class<?> type, JsonValue value) {
        return Scalars.of(String.class, value).flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst());
    }

    private @Nullable Object refused(String pointer, String detail) {
        add(pointer, detail);
        return null;
    }

    private void add(String pointer, String detail) {
        problems.add(Detail.at(pointer, Reason.INVALID, detail));
    }
}
