// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Through;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes a statement of another that is about some rows of its tables only, wherever these stand: what is joined, asked
 * for in queries within, or changed. For one use by one thread.
 */
public abstract class SourceFilter extends Mapper {
    private Scope scope = new Scope(Optional.empty());

    /** What rows of a source have to be like; nothing if all are meant. */
    protected abstract Optional<Expression> condition(Source source);

    /** Whether there is no row of a source that has a condition, but nulls in its place. */
    protected abstract Expression missing(Source source);

    @Override
    protected Node change(Node node) {
        if (node instanceof Command command) {
            return in(new Scope(Optional.of(scope)), () -> statement(command));
        }
        if (node instanceof DerivedSource derived && !derived.lateral()) {
            return in(scope.outer(), () -> super.change(derived));
        }
        if (node instanceof CommonTable) {
            return in(new Scope(Optional.empty()), () -> super.change(node));
        }
        return node instanceof Through through ? through(through) : super.change(node);
    }

    private Node in(Scope entered, Supplier<Node> work) {
        Scope around = scope;
        scope = entered;
        try {
            return work.get();
        } finally {
            scope = around;
        }
    }

    private Command statement(Command command) {
        if (command instanceof Selection selection) {
            return selection(selection);
        }
        if (command instanceof Modification modification) {
            return modification(modification);
        }
        if (command instanceof Deletion deletion) {
            return deletion(deletion);
        }
        return command instanceof Insertion insertion ? insertion(insertion) : (Command) super.change(command);
    }

    private Selection selection(Selection selection) {
        Selection.Parts given = selection.parts();
        List<Source> from = given.from().isEmpty() ? ImpliedSources.of(selection, scope) : given.from();
        Stream.concat(from.stream(), given.joins().stream().map(Join::source)).forEach(scope::declare);
        from = from.stream().map(this::map).toList();
        given.joins().forEach(join -> map(join.source()));
        Selection whole = (Selection) super.change(selection);
        Selection.Parts parts = whole.parts();
        Shown shown = new Shown(from);
        List<Join> joins = parts.joins().stream().map(shown::joined).toList();
        return new Selection(
                whole.with(),
                new Selection.Parts(
                        parts.distinct(),
                        parts.distinctOn(),
                        parts.selected(),
                        parts.from(),
                        joins,
                        and(parts.where(), shown.rest()),
                        parts.groupBy(),
                        parts.having(),
                        parts.windows(),
                        parts.tail()));
    }

    private Modification modification(Modification modification) {
        declare(modification.parts().target(), modification.parts().from());
        Modification whole = (Modification) super.change(modification);
        Modification.Parts parts = whole.parts();
        return new Modification(
                whole.with(),
                new Modification.Parts(
                        parts.target(),
                        parts.assignments(),
                        parts.from(),
                        and(parts.where(), conditions(parts.target(), parts.from())),
                        parts.returning()));
    }

    private Deletion deletion(Deletion deletion) {
        declare(deletion.parts().target(), deletion.parts().using());
        Deletion whole = (Deletion) super.change(deletion);
        Deletion.Parts parts = whole.parts();
        return new Deletion(
                whole.with(),
                new Deletion.Parts(
                        parts.target(),
                        parts.using(),
                        and(parts.where(), conditions(parts.target(), parts.using())),
                        parts.returning()));
    }

    /** A row that is there, but not to be seen, is not changed instead. */
    private Insertion insertion(Insertion insertion) {
        scope.declare(insertion.parts().target());
        Insertion whole = (Insertion) super.change(insertion);
        Insertion.Parts parts = whole.parts();
        return new Insertion(
                whole.with(),
                new Insertion.Parts(
                        parts.target(),
                        parts.columns(),
                        parts.rows(),
                        parts.query(),
                        parts.overriding(),
                        parts.conflict().map(conflict -> conflict(conflict, parts.target())),
                        parts.returning()));
    }

    private Conflict conflict(Conflict conflict, TableSource target) {
        if (conflict.assignments().isEmpty()) {
            return conflict;
        }
        return new Conflict(
                conflict.target(),
                conflict.indexed(),
                conflict.constraint(),
                conflict.assignments(),
                and(conflict.where(), conditions(target, List.of())));
    }

    private void declare(Source target, List<Source> others) {
        scope.declare(target);
        others.forEach(scope::declare);
        others.forEach(this::map);
    }

    private List<Expression> conditions(Source target, List<Source> others) {
        return Stream.concat(Stream.of(target), others.stream())
                .flatMap(source -> condition(source).stream())
                .toList();
    }

    /** A row that is not to be seen is one that the relation does not lead to. */
    private Node through(Through through) {
        Scope within = new Scope(Optional.of(scope));
        within.declare(through.target());
        Through whole = (Through) in(within, () -> super.change(through));
        Optional<Expression> seen = condition(whole.target());
        if (seen.isEmpty()) {
            return whole;
        }
        Expression both =
                and(Optional.of(whole.condition()), List.of(seen.get())).orElseThrow();
        Through shown = new Through(whole.value(), whole.target(), both);
        return holdsValues(seen.get()) ? new Subquery(Missing.query(shown), Subquery.Kind.SCALAR) : shown;
    }

    private static boolean holdsValues(Node node) {
        boolean[] found = {node instanceof Bind};
        node.forEachPart(part -> found[0] |= holdsValues(part));
        return found[0];
    }

    static Optional<Expression> and(Optional<Expression> given, List<Expression> more) {
        if (more.isEmpty()) {
            return given;
        }
        List<Expression> all = new ArrayList<>(Connections.conjuncts(given));
        more.forEach(condition -> all.addAll(Connections.conjuncts(Optional.of(condition))));
        return Optional.of(all.size() == 1 ? all.get(0) : new Operation(Operator.AND, all));
    }

    /** What has to hold of the rows joined so far, and no join has asked for yet. */
    private final class Shown {
        private final List<Expression> apart = new ArrayList<>();
        private List<Seen> joined = new ArrayList<>();

        Shown(List<Source> from) {
            from.stream().limit(Math.max(0, from.size() - 1L)).forEach(source -> condition(source)
                    .ifPresent(apart::add));
            from.stream().skip(Math.max(0, from.size() - 1L)).forEach(source -> joined.addAll(seen(source)));
        }

        private List<Seen> seen(Source source) {
            return condition(source).map(condition -> new Seen(source, condition)).stream()
                    .toList();
        }

        /** An outer join stays one: what it may leave out has to be asked for in its condition, not after it. */
        Join joined(Join join) {
            List<Seen> next = seen(join.source());
            return switch (join.kind()) {
                case INNER, LEFT -> with(join, next);
                case CROSS -> {
                    joined.addAll(next);
                    yield join;
                }
                case RIGHT -> {
                    Join right = with(join, joined);
                    joined = new ArrayList<>(next);
                    yield right;
                }
                case FULL -> {
                    joined.addAll(next);
                    Join full = with(join, joined);
                    joined =
                            new ArrayList<>(joined.stream().map(Seen::orMissing).toList());
                    yield full;
                }
            };
        }

        private Join with(Join join, List<Seen> more) {
            List<Expression> conditions = more.stream().map(Seen::condition).toList();
            return new Join(join.kind(), join.source(), and(join.condition(), conditions));
        }

        List<Expression> rest() {
            return Stream.concat(apart.stream(), joined.stream().map(Seen::condition))
                    .toList();
        }
    }

    /** A source, and what rows of it have to be like. */
    private final class Seen {
        private final Source source;
        private final Expression condition;

        Seen(Source source, Expression condition) {
            this.source = source;
            this.condition = condition;
        }

        Expression condition() {
            return condition;
        }

        Seen orMissing() {
            return new Seen(source, new Operation(Operator.OR, List.of(missing(source), condition)));
        }
    }
}
