// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A call of a function or an aggregate. */
public final class Call extends Expression {
    private static final long KIND = Hash.of(Call.class);

    private final String function;
    private final List<Expression> arguments;
    private final boolean distinct;
    private final Optional<Expression> filter;

    public Call(String function, List<Expression> arguments, boolean distinct, Optional<Expression> filter) {
        super(Hash.mix(Hash.mix(Hash.mix(Hash.mix(KIND, function.hashCode()), arguments), distinct ? 1 : 0), filter));
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.distinct = distinct;
        this.filter = filter;
    }

    /** The name, which is not quoted: it is never a caller's. */
    public String function() {
        return function;
    }

    /** The arguments. */
    public List<Expression> arguments() {
        return arguments;
    }

    /** Whether an aggregate looks at distinct values only. */
    public boolean distinct() {
        return distinct;
    }

    /** The rows an aggregate looks at. */
    public Optional<Expression> filter() {
        return filter;
    }

    @Override
    boolean sameParts(Node other) {
        Call that = (Call) other;
        return function.equals(that.function)
                && same(arguments, that.arguments)
                && distinct == that.distinct
                && same(filter, that.filter);
    }

    @Override
    public void forEachBind(Consumer<Bind> consumer) {
        arguments.forEach(node -> node.forEachBind(consumer));
        filter.ifPresent(node -> node.forEachBind(consumer));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
