// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records, whose components are the selected values. */
final class RecordResult<R extends Record> extends Result<R> {
    /** What is known of a record's class, for as long as the class is there. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<R> type;
    private final Shape shape;
    private final List<Expr<?>> selected;

    private RecordResult(Class<R> type, Shape shape, List<Expr<?>> selected) {
        this.type = type;
        this.shape = shape;
        this.selected = selected;
    }

    static <R extends Record> RecordResult<R> of(Class<R> type, List<Expr<?>> selected) {
        Shape shape = SHAPES.get(type);
        List<String> problems = shape.problems(selected);
        if (!problems.isEmpty()) {
            throw new SqlException(
                    SqlError.RECORD_MISMATCH,
                    "the record " + type.getName() + " does not fit what is selected: " + String.join("; ", problems));
        }
        return new RecordResult<>(type, shape, selected);
    }

    @Override
    public R read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[selected.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = selected.get(i).type().read(row, i + 1);
            if (value == null && shape.primitive[i]) {
                throw nullFor(i);
            }
            values[i] = value;
        }
        try {
            return type.cast(shape.constructor.invokeExact(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SqlException(SqlError.RECORD_MISMATCH, "the constructor of " + type.getName() + " failed", e);
        }
    }

    private SqlException nullFor(int index) {
        return new SqlException(
                SqlError.RECORD_MISMATCH,
                "\"" + shape.names[index] + "\" of " + type.getName() + " is primitive, but the value is null; make it "
                        + shape.wrappers[index].getSimpleName() + " or select coalesce(…)");
    }

    /** A record's components and constructor. */
    private static final class Shape {
        private final String[] names;
        private final Class<?>[] wrappers;
        private final boolean[] primitive;
        private final MethodHandle constructor;

        private Shape(String[] names, Class<?>[] wrappers, boolean[] primitive, MethodHandle constructor) {
            this.names = names;
            this.wrappers = wrappers;
            this.primitive = primitive;
            this.constructor = constructor;
        }

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            boolean[] primitive = new boolean[components.length];
            for (int i = 0; i < components.length; i++) {
                primitive[i] = components[i].getType().isPrimitive();
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new Shape(
                    Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new),
                    MethodType.methodType(void.class, types).wrap().parameterArray(),
                    primitive,
                    constructor(type, types));
        }

        private static MethodHandle constructor(Class<?> type, Class<?>[] types) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (ReflectiveOperationException e) {
                throw new SqlException(SqlError.RECORD_MISMATCH, "the record " + type.getName() + " cannot be made", e);
            }
        }

        List<String> problems(List<Expr<?>> selected) {
            if (names.length != selected.size()) {
                return List.of("it has " + names.length + " components for " + selected.size() + " values");
            }
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                Class<?> given = selected.get(i).type().javaType();
                if (!wrappers[i].isAssignableFrom(given)) {
                    problems.add("\"" + names[i] + "\" is " + wrappers[i].getSimpleName() + ", the value "
                            + given.getSimpleName());
                }
            }
            return problems;
        }
    }
}
