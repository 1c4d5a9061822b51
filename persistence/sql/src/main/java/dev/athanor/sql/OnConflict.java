// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an insert is to do about rows that are there already; {@link Sql#excluded} refers to the row that could not be
 * added. Immutable and thread-safe.
 */
public final class OnConflict {
    private final Insert insert;
    private final List<Expression> target;
    private final Optional<Expression> indexed;
    private final Optional<String> constraint;

    OnConflict(Insert insert, List<Expression> target, Optional<Expression> indexed, Optional<String> constraint) {
        this.insert = insert;
        this.target = target;
        this.indexed = indexed;
        this.constraint = constraint;
    }

    /** By a partial index that holds the rows of which these hold. */
    public OnConflict indexWhere(Condition... conditions) {
        if (target.isEmpty()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "indexWhere(…) is about an index on what onConflict(…) names; which rows to update is said by"
                            + " doUpdate(…, condition)");
        }
        return new OnConflict(insert, target, Select.all(indexed, conditions), constraint);
    }

    /** They are left alone. */
    public Insert doNothing() {
        return done(List.of(), Optional.empty());
    }

    /** They get the values that a block gives. */
    public Insert doUpdate(Consumer<Assignments> values) {
        return done(assignments(values), Optional.empty());
    }

    /** They get the values that a block gives, where a condition holds; the others are left alone. */
    public Insert doUpdate(Consumer<Assignments> values, Condition where) {
        return done(assignments(values), Optional.of(where.node()));
    }

    private List<Assignment> assignments(Consumer<Assignments> values) {
        if (target.isEmpty() && constraint.isEmpty()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "doUpdate(…) needs the columns of a unique index in onConflict(…)");
        }
        Assignments assignments = new Assignments(insert.table().target());
        values.accept(assignments);
        return assignments.nodes();
    }

    private Insert done(List<Assignment> assignments, Optional<Expression> where) {
        return insert.with(new Conflict(target, indexed, constraint, assignments, where));
    }
}
