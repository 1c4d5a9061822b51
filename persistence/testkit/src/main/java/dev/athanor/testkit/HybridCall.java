// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of a hybrid.
 *
 * @param method the hybrid
 * @param arguments the arguments
 * @param byExpressions whether the table is given expressions, and not the arguments themselves
 * @param expression what the table gives: asked for anew whenever it is used, for it may depend on the day
 */
record HybridCall(
        HybridMethod method, List<@Nullable Object> arguments, boolean byExpressions, Supplier<Expr<?>> expression) {
    /** What Java says of an entity; of an object embedded in it that is not there, nothing. */
    Answer answer(Shape entity, Object object) {
        Optional<Object> embedded = object(entity, object);
        return embedded.map(found -> method.answer(found, arguments))
                .orElseGet(() ->
                        Answer.thrown(new NullPointerException(method.shape().path() + " is null")));
    }

    private Optional<Object> object(Shape shape, Object object) {
        String wanted = method.shape().path();
        if (shape.path().equals(wanted)) {
            return Optional.of(object);
        }
        for (Attribute attribute : shape.attributes()) {
            if (attribute instanceof Attribute.Embedded embedded
                    && wanted.startsWith(embedded.shape().path())) {
                return Optional.ofNullable(embedded.property().get(object))
                        .flatMap(inner -> object(embedded.shape(), inner));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return arguments.stream().map(Shown::value).collect(Collectors.joining(", ", method.name() + "(", ")"))
                + (byExpressions ? ", of expressions" : "");
    }
}
