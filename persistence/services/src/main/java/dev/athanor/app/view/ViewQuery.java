// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Page;
import dev.athanor.orm.Session;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Option;
import dev.athanor.sql.Order;
import dev.athanor.sql.Select;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a client asks for, understood: reads it in one statement, and one for each relation to several. Thread-safe. */
public final class ViewQuery<E> {
    /** So many a page has at most. */
    public static final int LARGEST_PAGE = 200;

    private static final int FETCH = 500;

    /** Of another list, of another order, or made under another key: nobody can tell which, as it is sealed. */
    private static final String CURSOR =
            "is not one of this list's in this order, or no longer; begin again with an empty one";

    private final View<E> view;
    private final Selection<E> selection;
    private final List<Condition> conditions;
    private final List<Order> orders;
    private final ViewRequest.Paging paging;

    private ViewQuery(
            View<E> view,
            Selection<E> selection,
            List<Condition> conditions,
            List<Order> orders,
            ViewRequest.Paging paging) {
        this.view = view;
        this.selection = selection;
        this.conditions = conditions;
        this.orders = orders;
        this.paging = paging;
    }

    static <E> ViewQuery<E> of(View<E> view, ViewRequest request) {
        Problems problems = new Problems();
        List<Condition> conditions = request.filter()
                .map(text -> Filters.conditions(view, text, problems))
                .orElse(List.of());
        List<Order> orders = orders(view, request.sort(), problems);
        Selection<E> selection = new Selection<>(view);
        request.include().forEach(path -> selection.include(path, problems));
        request.fields().forEach(path -> selection.restrict(path, path, problems));
        check(request.paging(), problems);
        problems.throwIfAny();
        return new ViewQuery<>(view, selection, conditions, orders, request.paging());
    }

    /** The key comes last, so that the order is one. */
    private static <E> List<Order> orders(View<E> view, List<String> sort, Problems problems) {
        List<Order> orders = new ArrayList<>();
        for (String word : sort) {
            boolean backwards = word.startsWith("-");
            String name = backwards ? word.substring(1) : word;
            view.attribute(name)
                    .map(Attribute::expression)
                    .ifPresentOrElse(
                            by -> orders.add(backwards ? by.desc() : by.asc()),
                            () -> problems.unknown("sort", name, view.attributeNames()));
        }
        view.keys().forEach(key -> orders.add(key.expression().asc()));
        return orders;
    }

    private static void check(ViewRequest.Paging paging, Problems problems) {
        if (paging instanceof ViewRequest.Paging.Numbered numbered) {
            checkSize(numbered.size(), problems);
            if (numbered.number() < 1) {
                problems.add("page", "is 1 at least, not " + numbered.number());
            }
        } else if (paging instanceof ViewRequest.Paging.After after) {
            checkSize(after.size(), problems);
        }
    }

    private static void checkSize(int size, Problems problems) {
        if (size < 1 || size > LARGEST_PAGE) {
            problems.add("size", "is from 1 to " + LARGEST_PAGE + ", not " + size);
        }
    }

    /** The page that is asked for, of what all these hold of; without items if all is handed over instead. */
    public ViewPage page(Session session, Condition... always) {
        if (paging instanceof ViewRequest.Paging.Whole whole) {
            handTo(whole.rows(), session, always);
            return ViewPage.EMPTY;
        }
        if (paging instanceof ViewRequest.Paging.Numbered numbered) {
            return numbered(session.page(statement(always), numbered.number(), numbered.size()));
        }
        ViewRequest.Paging.After after = (ViewRequest.Paging.After) paging;
        Keyset keyset = after.cursor()
                .map(cursor -> Keyset.at(cursor, after.size()))
                .orElseGet(() -> Keyset.first(after.size()));
        try {
            return after(session.page(statement(always), keyset));
        } catch (OrmException e) {
            if (e.code() == OrmError.CURSOR_INVALID) {
                throw new InvalidQuery(List.of(new InvalidQuery.Problem("cursor", CURSOR)));
            }
            throw e;
        }
    }

    private ViewPage numbered(Page<E> page) {
        return new ViewPage(
                documents(page.items()),
                OptionalLong.of(page.total()),
                page.hasNext() ? Optional.of(String.valueOf(page.number() + 1)) : Optional.empty(),
                page.hasPrevious() ? Optional.of(String.valueOf(page.number() - 1)) : Optional.empty());
    }

    private ViewPage after(KeysetPage<E> page) {
        return new ViewPage(documents(page.items()), OptionalLong.empty(), page.next(), page.previous());
    }

    private void handTo(ViewRows rows, Session session, Condition... always) {
        try (Stream<Map<String, Object>> documents = stream(session, always)) {
            Iterator<Map<String, Object>> each = documents.iterator();
            boolean any = each.hasNext(); // by which the statement has run, before anything is said of its rows
            rows.begin(selection.columns());
            while (any) {
                rows.take(each.next());
                any = each.hasNext();
            }
        }
    }

    /** All of it, whatever page is asked for; to be closed, in a transaction. */
    public Stream<Map<String, Object>> stream(Session session, Condition... always) {
        return session.stream(statement(always), FETCH).map(selection::document);
    }

    /** The one with this key, if what was asked for has it. */
    public <K> Optional<ViewDocument> one(Session session, Expr<K> key, K value, Condition... always) {
        return one(
                session,
                Stream.concat(Stream.of(key.eq(value)), Stream.of(always)).toArray(Condition[]::new));
    }

    /** The only one of which all these hold, if what was asked for has it. */
    public Optional<ViewDocument> one(Session session, Condition... all) {
        return session.oneOrNone(statement(all))
                .map(entity -> new ViewDocument(selection.document(entity), view.version(entity), selection.isAlone()));
    }

    private Select<E> statement(Condition... always) {
        Select<E> statement = select(view.table())
                .where(always)
                .where(conditions.toArray(Condition[]::new))
                .orderBy(orders.toArray(Order[]::new));
        for (Option<? super E> option : selection.options()) {
            statement = statement.options(option);
        }
        return statement;
    }

    private List<Map<String, Object>> documents(List<E> entities) {
        return entities.stream().map(selection::document).toList();
    }
}
