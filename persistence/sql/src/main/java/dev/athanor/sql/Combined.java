// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of several queries' rows, with an order and a limit of its own. Immutable and thread-safe.
 *
 * <pre>{@code select(a.name).union(select(b.name)).orderBy(a.name.asc())}</pre>
 *
 * @param <R> what each row is read as
 */
public final class Combined<R> extends Query<R> {
    private final Combination.Kind kind;
    private final boolean all;
    private final List<Command> sides;
    private final Clauses.Ending ending;
    private final List<Option<? super R>> options;
    private @Nullable Combination command;

    private Combined(
            Query<R> first,
            Combination.Kind kind,
            boolean all,
            List<Command> sides,
            Clauses.Ending ending,
            List<Option<? super R>> options,
            Parameters parameters) {
        super(first.selected(), first.result(), parameters);
        this.kind = kind;
        this.all = all;
        this.sides = sides;
        this.ending = ending;
        this.options = options;
    }

    static <R> Combined<R> of(Combination.Kind kind, boolean all, Query<R> one, Query<R> other) {
        check(one, other);
        List<Command> sides = new ArrayList<>();
        Command first = one.embedded();
        if (one instanceof Combined<R> combined && combined.continues(kind, all)) {
            sides.addAll(combined.sides);
        } else {
            sides.add(first);
        }
        sides.add(other.embedded());
        List<Option<? super R>> options = new ArrayList<>(one.options());
        options.addAll(other.options());
        return new Combined<>(one, kind, all, sides, Clauses.Ending.NONE, List.copyOf(options), Parameters.NONE);
    }

    /** Whether one more side of this kind can be added at the end. */
    private boolean continues(Combination.Kind nextKind, boolean nextAll) {
        return kind == nextKind && all == nextAll && ending.equals(Clauses.Ending.NONE);
    }

    private static void check(Query<?> one, Query<?> other) {
        if (one.selected().size() != other.selected().size()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "combined queries select equally many values, not "
                            + one.selected().size() + " and " + other.selected().size());
        }
        for (int i = 0; i < one.selected().size(); i++) {
            Expr<?> left = one.selected().get(i);
            Expr<?> right = other.selected().get(i);
            if (!left.type().isLike(right.type())) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "value " + (i + 1) + " of combined queries is of type " + left.type() + " here, " + right.type()
                                + " there; cast(…) one of them");
            }
        }
    }

    @Override
    public Combined<R> orderBy(Order... orders) {
        return with(ending.orderBy(orders));
    }

    @Override
    public Combined<R> limit(long rows) {
        return with(ending.limit(rows(rows), false));
    }

    @Override
    public Combined<R> limit(Expr<? extends Number> rows) {
        return with(ending.limit(rows.node(), false));
    }

    @Override
    public Combined<R> limitWithTies(long rows) {
        return with(ending.limit(rows(rows), true));
    }

    @Override
    public Combined<R> offset(long rows) {
        return with(ending.offset(rows(rows)));
    }

    @Override
    public Combined<R> offset(Expr<? extends Number> rows) {
        return with(ending.offset(rows.node()));
    }

    @Override
    public Combined<R> bind(String name, @Nullable Object value) {
        return new Combined<>(this, kind, all, sides, ending, options, bound(name, value));
    }

    /** How a session is to read the entities; in addition to what was said before, also of the queries. */
    @SafeVarargs
    public final Combined<R> options(Option<? super R>... more) {
        List<Option<? super R>> allOptions = new ArrayList<>(options);
        for (Option<? super R> option : more) {
            allOptions.add(option);
        }
        return new Combined<>(this, kind, all, sides, ending, List.copyOf(allOptions), parameters());
    }

    @Override
    public List<Option<? super R>> options() {
        return options;
    }

    @Override
    public Combination command() {
        Combination made = command;
        if (made == null) {
            made = new Combination(List.of(), new Combination.Parts(kind, all, sides, ending.tail()));
            command = made;
        }
        return made;
    }

    private Combined<R> with(Clauses.Ending changed) {
        return new Combined<>(this, kind, all, sides, changed, options, parameters());
    }
}
