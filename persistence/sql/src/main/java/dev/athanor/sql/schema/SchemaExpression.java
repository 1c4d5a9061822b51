// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Table;
import dev.athanor.sql.render.SchemaRenderer;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.SqlType;
import java.util.List;

/**
 * An expression of one table's columns as the schema has it: in {@code generated always as (…) stored}, in an index on
 * {@code ((…))}, in the condition of a partial index. Immutable and thread-safe.
 *
 * <pre>{@code
 * SchemaExpression name = SchemaExpression.of(u, u.first.concat(inline(" ")).concat(u.last));
 * "create index on users ((" + name.sql() + "))"
 * }</pre>
 */
public final class SchemaExpression {
    private final String sql;
    private final SqlType<?> type;

    private SchemaExpression(String sql, SqlType<?> type) {
        this.sql = sql;
        this.type = type;
    }

    /**
     * An expression of columns of a table, or of the first of several that an entity is kept in.
     *
     * @throws SqlException if PostgreSQL would not take it: a schema has constants only, and functions that give the
     *     same for the same values whatever the session, the transaction or the time
     */
    public static SchemaExpression of(Table table, Expr<?> expression) {
        Expression node = expression.node().unlabelled();
        List<String> problems = Immutability.problems(table, node);
        if (!problems.isEmpty()) {
            throw new SqlException(
                    SqlError.SCHEMA_EXPRESSION_INVALID,
                    "the expression cannot be a part of the schema: " + String.join("; ", problems));
        }
        return new SchemaExpression(new SchemaRenderer().text(table.source(), node), expression.type());
    }

    /**
     * Its text, without parentheses around it. Columns have no table; nothing is bound, and {@code ?} is an operator.
     */
    public String sql() {
        return sql;
    }

    /** The type of its value. */
    public SqlType<?> type() {
        return type;
    }

    @Override
    public String toString() {
        return sql;
    }
}
