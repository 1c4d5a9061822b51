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

/** What is made of each row of a result. */
interface Result<R> {
    R read(ResultSet row) throws SQLException;

    static Result<Row> row(List<Expr<?>> selected) {
        return row -> new Row(selected, values(selected, row));
    }

    /** The value itself, which may be null although its type does not say so: a list of them may hold nulls. */
    @SuppressWarnings("NullAway")
    static <T> Result<T> value(Expr<T> selected) {
        return row -> selected.type().read(row, 1);
    }

    static <R extends Record> Result<R> record(Class<R> type, List<Expr<?>> selected) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> problems = problems(components, selected);
        if (!problems.isEmpty()) {
            throw new SqlException(
                    SqlError.RECORD_MISMATCH,
                    "the record " + type.getName() + " does not fit what is selected: " + String.join("; ", problems));
        }
        MethodHandle constructor = constructor(type, components);
        return row -> {
            @Nullable Object[] values = values(selected, row);
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null && components[i].getType().isPrimitive()) {
                    throw new SqlException(
                            SqlError.RECORD_MISMATCH,
                            "\"" + components[i].getName() + "\" of " + type.getName()
                                    + " is primitive, but the value is null; make it "
                                    + wrapper(components[i].getType()).getSimpleName()
                                    + " or select coalesce(…)");
                }
            }
            try {
                return type.cast(constructor.invoke(values));
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new SqlException(SqlError.RECORD_MISMATCH, "the constructor of " + type.getName() + " failed", e);
            }
        };
    }

    private static List<String> problems(RecordComponent[] components, List<Expr<?>> selected) {
        if (components.length != selected.size()) {
            return List.of("it has " + components.length + " components for " + selected.size() + " values");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Class<?> wanted = wrapper(components[i].getType());
            Class<?> given = selected.get(i).type().javaType();
            if (!wanted.isAssignableFrom(given)) {
                problems.add("\"" + components[i].getName() + "\" is " + wanted.getSimpleName() + ", the value "
                        + given.getSimpleName());
            }
        }
        return problems;
    }

    private static Class<?> wrapper(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
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

    private static @Nullable Object[] values(List<Expr<?>> selected, ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[selected.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = selected.get(i).type().read(row, i + 1);
        }
        return values;
    }
}
