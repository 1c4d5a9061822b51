// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.type;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the database's texts for values, as JDBC would give these values: so that codecs read them as they read all
 * rows. For one thread.
 */
public final class TextRows implements InvocationHandler {
    private final List<? extends List<?>> rows;
    private int at = -1;
    private boolean wasNull;

    private TextRows(List<? extends List<?>> rows) {
        this.rows = rows;
    }

    /** Rows of texts, nulls, and lists that are given as they are; the first is the next. */
    public static ResultSet of(List<? extends List<?>> rows) {
        return (ResultSet) Proxy.newProxyInstance(
                TextRows.class.getClassLoader(), new Class<?>[] {ResultSet.class}, new TextRows(rows));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        switch (method.getName()) {
            case "next" -> {
                at++;
                return at < rows.size();
            }
            case "wasNull" -> {
                return wasNull;
            }
            case "close" -> {
                return null;
            }
            default -> {
                if (arguments != null
                        && arguments[0] instanceof Integer index
                        && method.getName().startsWith("get")) {
                    return value(method, index, arguments);
                }
                throw new SQLFeatureNotSupportedException(method.getName() + " of a nested row");
            }
        }
    }

    private @Nullable Object value(Method method, int index, @Nullable Object[] arguments) throws SQLException {
        Object value = rows.get(at).get(index - 1);
        wasNull = value == null;
        if (value instanceof String text) {
            try {
                return read(method, text, arguments);
            } catch (RuntimeException e) {
                throw new SQLException("a nested value cannot be read by " + method.getName(), "22P02", e);
            }
        }
        return value == null ? nothing(method.getReturnType()) : value;
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
    }

    private static @Nullable Object read(Method method, String text, @Nullable Object[] arguments) throws SQLException {
        return switch (method.getName()) {
            case "getString" -> text;
            case "getInt" -> Integer.parseInt(text);
            case "getLong" -> Long.parseLong(text);
            case "getShort" -> Short.parseShort(text);
            case "getByte" -> Byte.parseByte(text);
            case "getFloat" -> Float.parseFloat(text);
            case "getDouble" -> Double.parseDouble(text);
            case "getBoolean" -> text.equals("t") || text.equals("true");
            case "getBigDecimal" -> new BigDecimal(text);
            case "getBytes" -> bytes(text);
            case "getArray" -> array(text);
            case "getObject" ->
                arguments.length == 1 ? text : object(text, (Class<?>) Objects.requireNonNull(arguments[1]));
            default -> throw new SQLFeatureNotSupportedException(method.getName() + " of a nested row");
        };
    }

    private static byte[] bytes(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("bytea_output has to be hex");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    private static Object object(String text, Class<?> type) throws SQLException {
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        return TextTimes.read(text, type)
                .orElseThrow(() -> new SQLFeatureNotSupportedException(type.getName() + " of a nested row"));
    }

    /** Its elements are read by the rows it gives, as they are texts, too. */
    private static Object array(String text) {
        List<? extends List<?>> elements = ArrayText.elements(text).stream()
                .map(element -> Arrays.asList(null, element))
                .toList();
        return Proxy.newProxyInstance(
                TextRows.class.getClassLoader(), new Class<?>[] {Array.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getResultSet")) {
                        return of(elements);
                    }
                    return method.getName().equals("getArray") ? text : null;
                });
    }
}
