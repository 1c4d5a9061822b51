// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import java.util.List;
import java.util.function.Function;

/**
 * The rows that a function gives, each with one value. May refer to the sources before it. Immutable and thread-safe.
 *
 * @param <X> the kind of value
 */
public final class FunctionTable<X> implements Relation {
    private static final String VALUE = "value";
    private static final String NUMBER = "number";

    private final FunctionSource source;
    private final Function<Expression, X> kind;

    FunctionTable(String alias, Expression call, boolean numbered, Function<Expression, X> kind) {
        this.source = new FunctionSource(call, alias, numbered ? List.of(VALUE, NUMBER) : List.of(VALUE), numbered);
        this.kind = kind;
    }

    /** The same, with the number of each row. */
    public FunctionTable<X> withOrdinality() {
        return new FunctionTable<>(source.alias(), source.call(), true, kind);
    }

    /** The value of a row. */
    public X value() {
        return kind.apply(new ColumnReference(source, VALUE));
    }

    /** The number of a row, from 1. */
    public NumberExpr<Long> number() {
        if (!source.ordinality()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the rows of \"" + source.alias() + "\" have numbers by withOrdinality()");
        }
        return SqlTypes.BIGINT.of(new ColumnReference(source, NUMBER));
    }

    @Override
    public FunctionSource source() {
        return source;
    }
}
