// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A call of a function. */
public final class Call extends Expression {
    private static final long KIND = Hash.of(Call.class);

    private final String function;
    private final Kind kind;
    private final List<Expression> arguments;
    private final boolean distinct;
    private final List<Ordering> orderBy;
    private final List<Ordering> withinGroup;
    private final Optional<Expression> filter;

    /** One of these parts. */
    public Call(
            String function,
            Kind kind,
            List<Expression> arguments,
            boolean distinct,
            List<Ordering> orderBy,
            List<Ordering> withinGroup,
            Optional<Expression> filter) {
        super(Hash.mix(
                Hash.mix(
                        Hash.mix(
                                Hash.mix(
                                        Hash.mix(Hash.mix(Hash.mix(KIND, function.hashCode()), kind), arguments),
                                        distinct ? 1 : 0),
                                orderBy),
                        withinGroup),
                filter));
        this.function = function;
        this.kind = kind;
        this.arguments = List.copyOf(arguments);
        this.distinct = distinct;
        this.orderBy = List.copyOf(orderBy);
        this.withinGroup = List.copyOf(withinGroup);
        this.filter = filter;
    }

    /** The name, which is never quoted, or a dialect's name for it. */
    public String function() {
        return function;
    }

    /** What kind of function it is. */
    public Kind kind() {
        return kind;
    }

    /** The arguments. */
    public List<Expression> arguments() {
        return arguments;
    }

    /** Whether an aggregate looks at distinct values only. */
    public boolean distinct() {
        return distinct;
    }

    /** The order in which an aggregate takes its values. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    /** The order of which an ordered-set aggregate takes a part. */
    public List<Ordering> withinGroup() {
        return withinGroup;
    }

    /** The rows an aggregate looks at. */
    public Optional<Expression> filter() {
        return filter;
    }

    /** A call of a function of this kind, without what only aggregates may have. */
    public static Call of(Kind kind, String function, List<Expression> arguments) {
        return new Call(function, kind, arguments, false, List.of(), List.of(), Optional.empty());
    }

    /** A call of a function of single values. */
    public static Call of(String function, Expression... arguments) {
        return of(Kind.PLAIN, function, List.of(arguments));
    }

    /** The same of these rows. */
    public Call filter(Expression rows) {
        return new Call(function, kind, arguments, distinct, orderBy, withinGroup, Optional.of(rows));
    }

    /** The same taking values in this order. */
    public Call orderBy(List<Ordering> order) {
        return new Call(function, kind, arguments, distinct, order, withinGroup, filter);
    }

    /** The same of a place in this order. */
    public Call withinGroup(List<Ordering> order) {
        return new Call(function, kind, arguments, distinct, orderBy, order, filter);
    }

    /** Kinds of functions, by what they look at. */
    public enum Kind {
        /** Single values. */
        PLAIN,
        /** All rows of a group. */
        AGGREGATE,
        /** The rows around one: to be used with a window only. */
        WINDOW,
        /** Not known: named by the caller. */
        ANY
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Call that = (Call) other;
        return function.equals(that.function)
                && kind == that.kind
                && comparison.same(arguments, that.arguments)
                && distinct == that.distinct
                && comparison.same(orderBy, that.orderBy)
                && comparison.same(withinGroup, that.withinGroup)
                && comparison.same(filter, that.filter);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Call(
                function,
                kind,
                mapper.all(arguments),
                distinct,
                mapper.all(orderBy),
                mapper.all(withinGroup),
                mapper.maybe(filter));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(arguments, consumer);
        give(orderBy, consumer);
        give(withinGroup, consumer);
        give(filter, consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
