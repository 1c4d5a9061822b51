// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Callers' own SQL, with places for values. */
final class Fragments {
    private static final String PLACE = "{}";

    private Fragments() {}

    static Template of(String sql, @Nullable Object... values) {
        List<String> pieces = pieces(sql);
        if (pieces.size() != values.length + 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the fragment has " + (pieces.size() - 1) + " places {} for " + values.length + " values: " + sql);
        }
        pieces.forEach(Fragments::check);
        List<Expression> holes = new ArrayList<>(values.length);
        for (Object value : values) {
            holes.add(expression(value));
        }
        pieces.set(0, "(" + pieces.get(0));
        pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + ")");
        return new Template(pieces, holes);
    }

    /** An expression itself, any other object as a bound value. */
    static Expression expression(@Nullable Object value) {
        if (value == null) {
            throw new SqlException(SqlError.NULL_VALUE, "a null has no type here; give it by nullOf(type)");
        }
        return value instanceof Expr<?> expr ? expr.node().unlabelled() : bound(SqlTypes.of(value), value);
    }

    private static <T> Expression bound(Type<T, ?> type, Object value) {
        return Bind.of(type, type.javaType().cast(value));
    }

    private static List<String> pieces(String sql) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = sql.indexOf(PLACE); at >= 0; at = sql.indexOf(PLACE, from)) {
            pieces.add(sql.substring(from, at));
            from = at + PLACE.length();
        }
        pieces.add(sql.substring(from));
        return pieces;
    }

    /** JDBC takes a single question mark for the place of a value. */
    private static void check(String piece) {
        if (piece.replace("??", "").indexOf('?') >= 0) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a fragment's values are written {}, and an operator's question mark ??: " + piece);
        }
    }
}
