// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.type.ConvertedCodec;
import dev.athanor.sql.type.SqlType;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Conditions that columns have one of many sets of values, which travel as arrays: one statement for any number of
 * them.
 */
final class Among {
    /** What EclipseLink has for a point in time. */
    private static final SqlType<Timestamp> TIMESTAMP = new SqlType<>(
            "timestamptz",
            Timestamp.class,
            new ConvertedCodec<>(SqlTypes.INSTANT, Timestamp::toInstant, Timestamp::from));

    private static final Map<Class<?>, SqlType<?>> TYPES = Stream.<SqlType<?>>of(
                    SqlTypes.BIGINT,
                    SqlTypes.INTEGER,
                    SqlTypes.TEXT,
                    SqlTypes.UUID,
                    SqlTypes.SMALLINT,
                    SqlTypes.NUMERIC,
                    SqlTypes.INTEGRAL,
                    SqlTypes.BOOLEAN,
                    SqlTypes.DATE,
                    SqlTypes.TIMESTAMP,
                    SqlTypes.TIMESTAMPTZ,
                    SqlTypes.TIME,
                    SqlTypes.INSTANT,
                    TIMESTAMP,
                    SqlTypes.CHARACTER,
                    SqlTypes.BYTE,
                    SqlTypes.DOUBLE,
                    SqlTypes.REAL)
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity(), (first, second) -> first));

    private Among() {}

    /** Whether columns have the values of one of these keys, of which there is one at least. */
    static Expression of(List<? extends Expression> columns, List<List<Object>> keys) {
        if (keys.size() == 1) {
            return equal(columns, keys.get(0));
        }
        List<Expression> arrays = new ArrayList<>();
        Keys.columns(keys).forEach(values -> arrays.add(array(values)));
        return columns.size() == 1 ? single(columns.get(0), arrays.get(0)) : several(columns, arrays);
    }

    /** An array of one would travel and be planned more slowly. */
    private static Expression equal(List<? extends Expression> columns, List<Object> key) {
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Bind value = bind(type(key.get(i).getClass()), key.get(i));
            equal.add(new Operation(Operator.EQUAL, List.of(columns.get(i), value)));
        }
        return equal.size() == 1 ? equal.get(0) : new Operation(Operator.AND, equal);
    }

    private static <T> Bind bind(SqlType<T> type, Object value) {
        return Bind.of(type, type.javaType().cast(value));
    }

    private static Expression single(Expression column, Expression array) {
        return new Operation(Operator.EQUAL, List.of(column, new Quantified(Quantified.Kind.ANY, array)));
    }

    private static Expression several(List<? extends Expression> columns, List<Expression> arrays) {
        List<String> names =
                IntStream.range(0, columns.size()).mapToObj(i -> "key" + i).toList();
        FunctionSource keys = new FunctionSource(Call.of(Call.Kind.PLAIN, "unnest", arrays), "keys", names, false);
        Selection all = new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        names.stream()
                                .<Expression>map(name -> new ColumnReference(keys, name))
                                .toList(),
                        List.of(keys),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
        return new Operation(
                Operator.IN,
                List.of(
                        Call.of(Call.Kind.PLAIN, "row", List.copyOf(columns)),
                        new Subquery(all, Subquery.Kind.SCALAR)));
    }

    private static Bind array(List<Object> values) {
        return array(type(values.get(0).getClass()), values);
    }

    private static <T> Bind array(SqlType<T> type, List<Object> values) {
        return Bind.of(type.list(), values.stream().map(type.javaType()::cast).toList());
    }

    private static SqlType<?> type(Class<?> javaType) {
        SqlType<?> type = TYPES.get(javaType);
        if (type == null) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "keys that are kept as " + javaType.getName() + " cannot be looked for");
        }
        return type;
    }
}
