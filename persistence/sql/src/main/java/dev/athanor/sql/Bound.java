// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Frame;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** Where the frame of a window begins or ends. Immutable and thread-safe. */
public final class Bound {
    private final Frame.Bound kind;
    private final Optional<Expression> offset;

    private Bound(Frame.Bound kind, Optional<Expression> offset) {
        this.kind = kind;
        this.offset = offset;
    }

    /** At the first row. */
    public static Bound unboundedPreceding() {
        return new Bound(Frame.Bound.UNBOUNDED_PRECEDING, Optional.empty());
    }

    /** So many rows or groups before this. */
    public static Bound preceding(long distance) {
        return new Bound(Frame.Bound.PRECEDING, Optional.of(count(distance)));
    }

    /** So much before this, in a range. */
    public static Bound preceding(Duration distance) {
        return preceding(Functions.interval(distance));
    }

    /** So much before this, in a range. */
    public static Bound preceding(Period distance) {
        return preceding(Functions.interval(distance));
    }

    /** So much before this, in a range. */
    public static Bound preceding(Expr<?> distance) {
        return new Bound(Frame.Bound.PRECEDING, Optional.of(distance.node()));
    }

    /** At this row; in ranges and groups, at the first or last that is equal to it in order. */
    public static Bound currentRow() {
        return new Bound(Frame.Bound.CURRENT_ROW, Optional.empty());
    }

    /** So many rows or groups after this. */
    public static Bound following(long distance) {
        return new Bound(Frame.Bound.FOLLOWING, Optional.of(count(distance)));
    }

    /** So much after this, in a range. */
    public static Bound following(Duration distance) {
        return following(Functions.interval(distance));
    }

    /** So much after this, in a range. */
    public static Bound following(Period distance) {
        return following(Functions.interval(distance));
    }

    /** So much after this, in a range. */
    public static Bound following(Expr<?> distance) {
        return new Bound(Frame.Bound.FOLLOWING, Optional.of(distance.node()));
    }

    /** At the last row. */
    public static Bound unboundedFollowing() {
        return new Bound(Frame.Bound.UNBOUNDED_FOLLOWING, Optional.empty());
    }

    Frame.Bound kind() {
        return kind;
    }

    Optional<Expression> offset() {
        return offset;
    }

    private static Expression count(long distance) {
        if (distance < 0) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "a frame cannot begin or end " + distance + " rows away");
        }
        return Bind.of(SqlTypes.BIGINT, distance);
    }
}
