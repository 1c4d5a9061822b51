// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Page;
import dev.athanor.sql.Query;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of queries by pages. For one thread. */
final class Pages {
    private final Reader reader;
    private final SessionContext context;

    Pages(Reader reader) {
        this.reader = reader;
        this.context = SessionContext.of(reader.unit());
    }

    /** A page that is not full tells itself how many rows there are. */
    <R> Page<R> page(Query<R> query, int number, int size) {
        if (number < 1 || size < 1) {
            throw new OrmException(
                    OrmError.PAGE_INVALID,
                    "pages are counted from 1 and have a row at least, not " + number + " and " + size);
        }
        checkWhole(query.command());
        long before = (number - 1L) * size;
        List<R> items = reader.list(query.limit(size).offset(before), 0);
        boolean known = items.size() < size && (number == 1 || !items.isEmpty());
        return new Page<>(items, known ? before + items.size() : reader.count(query), number, size);
    }

    private static void checkWhole(Command command) {
        Tail tail = command instanceof Combination combination
                ? combination.parts().tail()
                : ((Selection) command).parts().tail();
        if (tail.limit().isPresent() || tail.offset().isPresent()) {
            throw new OrmException(
                    OrmError.PAGE_INVALID, "the query has a limit or an offset of its own; leave it to the page");
        }
    }

    <R> KeysetPage<R> page(Select<R> query, Keyset keyset) {
        Selection selection = query.command();
        checkWhole(selection);
        PageOrder order = PageOrders.of(selection, context.mapped());
        Optional<PagePosition> position =
                keyset.cursor().map(cursor -> context.seal().opened(cursor, order.hash()));
        boolean forward = position.map(PagePosition::forward).orElse(keyset.start() == Keyset.Start.FIRST);
        PageOrder direction = forward ? order : order.reversed();
        List<List<@Nullable String>> places = new ArrayList<>();
        List<R> items = new ArrayList<>(new TextReading(reader, order.parts().size(), places::add)
                .list(query, command(selection, direction, position, keyset.size() + 1L)));
        boolean more = items.size() > keyset.size();
        if (more) {
            items.remove(keyset.size());
            places.remove(keyset.size());
        }
        if (!forward) {
            Collections.reverse(items);
            Collections.reverse(places);
        }
        boolean next = forward ? more : position.isPresent();
        boolean previous = forward ? position.isPresent() : more;
        return new KeysetPage<>(
                items,
                next ? cursor(places, true, position, order) : Optional.empty(),
                previous ? cursor(places, false, position, order) : Optional.empty());
    }

    /** From the row at the end of the page; where this has none, from the place where it would have been. */
    private Optional<String> cursor(
            List<List<@Nullable String>> places, boolean forward, Optional<PagePosition> position, PageOrder order) {
        Optional<PagePosition> from = places.isEmpty()
                ? position.map(place -> new PagePosition(forward, !place.inclusive(), place.values()))
                : Optional.of(new PagePosition(forward, false, places.get(forward ? places.size() - 1 : 0)));
        return from.map(place -> context.seal().sealed(place, order.hash()));
    }

    private static Selection command(Selection selection, PageOrder order, Optional<PagePosition> position, long most) {
        Selection.Parts parts = selection.parts();
        boolean grouped = !parts.groupBy().isEmpty();
        Optional<Expression> after = position.map(place -> order.after(place.values(), place.inclusive()));
        List<Expression> selected = new ArrayList<>(parts.selected());
        selected.addAll(order.texts());
        Tail tail = new Tail(
                order.nodes(),
                Optional.of(Bind.of(SqlTypes.BIGINT, most)),
                false,
                Optional.empty(),
                parts.tail().locks());
        return new Selection(
                selection.with(),
                new Selection.Parts(
                        parts.distinct(),
                        parts.distinctOn(),
                        selected,
                        parts.from(),
                        parts.joins(),
                        grouped ? parts.where() : and(parts.where(), after),
                        parts.groupBy(),
                        grouped ? and(parts.having(), after) : parts.having(),
                        parts.windows(),
                        tail));
    }

    private static Optional<Expression> and(Optional<Expression> one, Optional<Expression> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return Optional.of(new Operation(Operator.AND, List.of(one.get(), other.get())));
    }
}
