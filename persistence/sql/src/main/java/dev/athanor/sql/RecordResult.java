// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.type.Codec;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private @Nullable MethodHandle reader;

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
    Object shape() {
        return List.of(type, Shape.codecs(selected));
    }

    @Override
    public R read(ResultSet row) throws SQLException {
        MethodHandle made = reader;
        if (made == null) {
            made = shape.reader(selected);
            reader = made;
        }
        try {
            return type.cast(made.invokeExact(row));
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SqlException(SqlError.RECORD_MISMATCH, "the constructor of " + type.getName() + " failed", e);
        }
    }

    /** A component of a record, read from a row. A record, for the JIT takes the fields of those for constants. */
    private record Component(Class<?> owner, String name, Class<?> type, Codec<?> codec, int index) {
        private static final MethodHandle READ;

        static {
            try {
                READ = MethodHandles.lookup()
                        .findVirtual(Component.class, "read", MethodType.methodType(Object.class, ResultSet.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        /** From a row to the component's own type. */
        MethodHandle reader() {
            return READ.bindTo(this).asType(MethodType.methodType(type, ResultSet.class));
        }

        @SuppressWarnings("UnusedMethod") // called by READ
        @Nullable
        Object read(ResultSet row) throws SQLException {
            Object value = codec.read(row, index);
            if (value != null && !row.wasNull()) {
                return value;
            }
            if (type.isPrimitive()) {
                throw new SqlException(
                        SqlError.RECORD_MISMATCH,
                        "\"" + name + "\" of " + owner.getName() + " is primitive, but the value is null; make it "
                                + MethodType.methodType(type)
                                        .wrap()
                                        .returnType()
                                        .getSimpleName()
                                + " or select coalesce(…)");
            }
            return null;
        }
    }

    /** A record's components and constructor, and how it is read by codecs that were used before. */
    private static final class Shape {
        /** Codecs may be new with each statement. */
        private static final int MOST_READERS = 100;

        private final Class<?> type;
        private final String[] names;
        private final Class<?>[] types;
        private final Class<?>[] wrappers;
        private final MethodHandle constructor;
        private final ConcurrentMap<List<Codec<?>>, MethodHandle> readers = new ConcurrentHashMap<>();

        private Shape(Class<?> type, String[] names, Class<?>[] types, MethodHandle constructor) {
            this.type = type;
            this.names = names;
            this.types = types;
            this.wrappers = MethodType.methodType(void.class, types).wrap().parameterArray();
            this.constructor = constructor;
        }

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            String[] names =
                    Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
            return new Shape(type, names, types, constructor(type, types));
        }

        private static MethodHandle constructor(Class<?> type, Class<?>[] types) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return MethodHandles.lookup().unreflectConstructor(constructor);
            } catch (ReflectiveOperationException e) {
                throw new SqlException(SqlError.RECORD_MISMATCH, "the record " + type.getName() + " cannot be made", e);
            }
        }

        /** From a row to a record. One handle for all rows, or the JIT would not make it into code of its own. */
        MethodHandle reader(List<Expr<?>> selected) {
            List<Codec<?>> codecs = codecs(selected);
            MethodHandle known = readers.get(codecs);
            if (known != null) {
                return known;
            }
            if (readers.size() >= MOST_READERS) {
                readers.clear();
            }
            MethodHandle made = made(codecs);
            MethodHandle other = readers.putIfAbsent(codecs, made);
            return other == null ? made : other;
        }

        static List<Codec<?>> codecs(List<Expr<?>> selected) {
            List<Codec<?>> codecs = new ArrayList<>(selected.size());
            for (Expr<?> expression : selected) {
                codecs.add(expression.type().codec());
            }
            return codecs;
        }

        private MethodHandle made(List<Codec<?>> codecs) {
            MethodHandle[] components = new MethodHandle[types.length];
            for (int i = 0; i < types.length; i++) {
                components[i] = new Component(type, names[i], types[i], codecs.get(i), i + 1).reader();
            }
            return MethodHandles.permuteArguments(
                            MethodHandles.filterArguments(constructor, 0, components),
                            MethodType.methodType(type, ResultSet.class),
                            new int[types.length])
                    .asType(MethodType.methodType(Object.class, ResultSet.class));
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
