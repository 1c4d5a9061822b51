// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Kind;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Type;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.type.SqlType;
import dev.athanor.testkit.Settings.Hint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What hybrids are called with: what the contract was told, or what their parameters can be. */
final class HybridCalls {
    private static final int CALLS = 12;
    private static final int BY_CHANCE = 3;

    /** How many of them are made by expressions as well. */
    private static final int BY_EXPRESSIONS = 3;

    private static final Map<Class<?>, Type<?, ?>> TYPES = Stream.<Type<?, ?>>of(
                    SqlTypes.BOOLEAN,
                    SqlTypes.SMALLINT,
                    SqlTypes.INTEGER,
                    SqlTypes.BIGINT,
                    SqlTypes.REAL,
                    SqlTypes.DOUBLE,
                    SqlTypes.NUMERIC,
                    SqlTypes.INTEGRAL,
                    SqlTypes.TEXT,
                    SqlTypes.UUID,
                    SqlTypes.DATE,
                    SqlTypes.TIME,
                    SqlTypes.TIMESTAMP,
                    SqlTypes.TIMESTAMPTZ,
                    SqlTypes.INSTANT,
                    SqlTypes.DURATION)
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private final Settings settings;
    private final Domains domains;
    private final Choices choices;
    private final Shape entity;

    HybridCalls(Settings settings, Domains domains, Choices choices, Shape entity) {
        this.settings = settings;
        this.domains = domains;
        this.choices = choices;
        this.entity = entity;
    }

    /** All calls of a hybrid. */
    List<HybridCall> of(HybridMethod method) {
        List<List<@Nullable Object>> all = arguments(method);
        Stream<HybridCall> plain = method.plain().isEmpty()
                ? Stream.of()
                : all.stream().map(some -> new HybridCall(method, some, false, () -> method.expression(some)));
        Stream<HybridCall> byExpressions = all.stream()
                .limit(method.plain().isEmpty() ? all.size() : BY_EXPRESSIONS)
                .map(some -> byExpressions(method, some))
                .flatMap(Optional::stream);
        return Stream.concat(plain, byExpressions).toList();
    }

    private Optional<HybridCall> byExpressions(HybridMethod method, List<@Nullable Object> arguments) {
        if (method.expressions().isEmpty()) {
            return Optional.empty();
        }
        List<Expr<?>> expressions = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> type = Domains.boxed(method.parameters().get(i));
            Object argument = arguments.get(i);
            Optional<Expr<?>> expression = expression(type, argument);
            if (expression.isEmpty() && method.plain().isPresent()) {
                return Optional.empty();
            }
            expressions.add(expression.orElseThrow(() -> ContractException.hybrid(
                    method.toString(), "takes a " + type.getSimpleName() + ", of which no expression is made here")));
        }
        return Optional.of(new HybridCall(method, arguments, true, () -> method.expressionOf(expressions)));
    }

    /** A bound value, of the type that its class usually has, or that of an attribute of that class. */
    private Optional<Expr<?>> expression(Class<?> type, @Nullable Object value) {
        Type<?, ?> usual = TYPES.get(type);
        if (usual != null) {
            return Optional.of(usual.of(bound(usual, value)));
        }
        return entity.basics()
                .<Expr<?>>map(basic -> basic.column().expression())
                .filter(column -> column.type().javaType() == type && column instanceof Kind<?>)
                .findFirst()
                .map(column -> (Expr<?>) ((Kind<?>) column).kindred(bound(column.type(), value)));
    }

    private static Cast bound(SqlType<?> type, @Nullable Object value) {
        return new Cast(value == null ? Bind.ofNull(type) : bind(type, value), type);
    }

    private static <T> Bind bind(SqlType<T> type, Object value) {
        return Bind.of(type, type.javaType().cast(value));
    }

    private List<List<@Nullable Object>> arguments(HybridMethod method) {
        List<List<@Nullable Object>> said = settings.calls().getOrDefault(method.name(), List.of()).stream()
                .filter(arguments -> arguments.size() == method.parameters().size())
                .map(arguments -> converted(method, arguments))
                .toList();
        if (!said.isEmpty()) {
            return said;
        }
        return method.parameters().isEmpty() ? List.of(List.of()) : generated(method);
    }

    private List<@Nullable Object> converted(HybridMethod method, List<@Nullable Object> arguments) {
        List<@Nullable Object> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> type = method.parameters().get(i);
            Object argument = arguments.get(i);
            converted.add(argument == null && !type.isPrimitive() ? null : converted(method, type, argument));
        }
        return Collections.unmodifiableList(converted);
    }

    private Object converted(HybridMethod method, Class<?> type, @Nullable Object argument) {
        if (Domains.boxed(type).isInstance(argument)) {
            return argument;
        }
        return Optional.ofNullable(argument)
                .flatMap(given -> domains.of(type).flatMap(domain -> domain.from(given)))
                .orElseThrow(() -> new ContractException(
                        ContractError.HINT_UNKNOWN,
                        "with(\"" + method.name() + "\", …) has " + Shown.value(argument) + ", which is no "
                                + type.getSimpleName()));
    }

    /** Typical arguments of all kinds, and some by chance. */
    private List<List<@Nullable Object>> generated(HybridMethod method) {
        Set<List<@Nullable Object>> calls = new LinkedHashSet<>();
        List<Domain<?>> parameters = method.parameters().stream()
                .<Domain<?>>map(type -> domain(method, type))
                .toList();
        for (int i = 0; i < CALLS; i++) {
            List<@Nullable Object> arguments = new ArrayList<>();
            for (int place = 0; place < parameters.size(); place++) {
                arguments.add(argument(parameters.get(place), i, place));
            }
            calls.add(Collections.unmodifiableList(arguments));
        }
        return List.copyOf(calls);
    }

    /** In every fourth call, those of one type are equal. */
    private Object argument(Domain<?> domain, int call, int place) {
        List<?> typical = domain.typical();
        int shift = call % 4 == 0 ? 0 : place * (call / 4 + 1);
        return call < CALLS - BY_CHANCE
                ? typical.get((call + shift) % typical.size())
                : choices.draw(false).needed(place, domain, Limits.OF_VALUES, Hint.NONE);
    }

    private Domain<?> domain(HybridMethod method, Class<?> type) {
        return domains.of(type)
                .orElseThrow(() -> ContractException.hybrid(
                        method.toString(),
                        "takes a " + type.getSimpleName() + ", of which no values are known; give some by with(\""
                                + method.name() + "\", …)"));
    }
}
