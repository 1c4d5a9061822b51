// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;

import dev.athanor.domain.workforce.QEmployee;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;

/** Who is above and below whom: tables that go on from their own rows. */
final class Charts {
    private static final QEmployee E = QEmployee.as("e");
    private static final QEmployee BELOW = QEmployee.as("below");

    static final NumberExpr<Long> ID = E.id.as("id");
    static final TextExpr NAME = E.fullName().as("name");
    static final NumberExpr<Long> MANAGER = E.manager.id.as("manager");
    static final NumberExpr<Integer> DEPTH = inline(0).as("depth");
    static final TextExpr PATH = E.fullName().cast(SqlTypes.TEXT).as("path");

    private Charts() {}

    /** From those at the top. */
    static CommonTable whole() {
        return below(top().where(E.isAtTheTop()));
    }

    /** From one on. */
    static CommonTable below(long manager) {
        return below(top().where(E.id.eq(manager)));
    }

    private static Select<Row> top() {
        return select(ID, NAME, MANAGER, DEPTH, PATH).from(E);
    }

    // region chart
    private static CommonTable below(Select<Row> top) {
        return top.recursiveUnionAll("chart", above -> select(
                        BELOW.id,
                        BELOW.fullName(),
                        BELOW.manager.id,
                        above.get(DEPTH).plus(1),
                        above.get(PATH).concat("/").concat(BELOW.fullName()))
                .from(BELOW)
                .join(above, above.get(ID).eq(BELOW.manager.id)));
    }
    // endregion

    /** One, and whom that one reports to, however indirectly. */
    static CommonTable above(long employee) {
        return select(ID, MANAGER).from(E).where(E.id.eq(employee)).recursiveUnion("above", nearer -> select(
                        BELOW.id, BELOW.manager.id)
                .from(BELOW)
                .join(nearer, nearer.get(MANAGER).eq(BELOW.id)));
    }
}
