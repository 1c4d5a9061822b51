// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import java.util.List;
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
    @Override
    public String toString() {
        return arguments.stream().map(Shown::value).collect(Collectors.joining(", ", method.name() + "(", ")"))
                + (byExpressions ? ", of expressions" : "");
    }
}
