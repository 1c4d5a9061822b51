// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import java.util.ArrayList;
import java.util.List;

/** By columns that are equal: a foreign key, in either direction. */
record KeyPath(List<Expression> own, Keys theirs) implements Path<Table> {
    KeyPath {
        own = List.copyOf(own);
    }

    @Override
    public Condition on(Table target) {
        return equal(own, theirs.of(target));
    }

    static Condition equal(List<Expression> left, List<Expression> right) {
        if (left.isEmpty() || left.size() != right.size()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a foreign key of " + left.size() + " columns refers to " + right.size());
        }
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            equal.add(new Operation(Operator.EQUAL, List.of(left.get(i), right.get(i))));
        }
        return new Condition(Condition.chain(Operator.AND, equal));
    }
}
