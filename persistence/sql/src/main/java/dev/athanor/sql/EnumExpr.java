// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.SqlType;

/**
 * A constant of an enumeration. How constants are ordered depends on the column: by name as text, by declaration as an
 * enumeration of the database's own.
 *
 * @param <E> the enumeration
 */
public class EnumExpr<E extends Enum<E>> extends OrderedExpr<E> implements OrderedKind<EnumExpr<E>> {
    EnumExpr(Expression node, SqlType<E> type) {
        super(node, type);
    }

    /** Its name. */
    public final TextExpr asText() {
        return new TextExpr(new Cast(node().unlabelled(), SqlTypes.TEXT), SqlTypes.TEXT);
    }

    @Override
    public final EnumExpr<E> kindred(Expression node) {
        return new EnumExpr<>(node, type());
    }
}
