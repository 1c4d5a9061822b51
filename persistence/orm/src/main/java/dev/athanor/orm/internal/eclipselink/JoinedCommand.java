// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/**
 * Makes a statement of another, that joins what its relations lead to. Where the other gives only some rows of an
 * order, or each row once, it becomes a part of the new one: what is joined neither is cut off nor counts. For one use
 * by one thread.
 */
final class JoinedCommand {
    /** Tells that there is a target in a row. */
    static final DatabaseField THERE = new DatabaseField("#there", "#target");

    private static final String ROW = "row";
    private static final int LONGEST_ALIAS = 60;

    private final List<JoinedRelation> relations;
    private final List<Read> read = new ArrayList<>();
    private final List<Expression> selected = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Ordering> order = new ArrayList<>();
    private Selection selection;
    private List<Expression> inner = List.of();
    private @Nullable DerivedSource base;
    private int row;

    private JoinedCommand(Selection selection, List<JoinedRelation> relations) {
        this.selection = selection;
        this.relations = relations;
    }

    /**
     * The statement.
     *
     * @param command the new one
     * @param read what its rows have, the entities of the first statement first
     * @param row where the number of the first statement's row is; 0 if its entities are each there once
     */
    record Made(Selection command, List<Read> read, int row) {}

    /**
     * What is read of a row.
     *
     * @param plan how entities are read; null for plain values
     * @param source where their columns are
     * @param positions the places of the plan's columns
     * @param others what else is read
     * @param alias a name for what is joined to it
     * @param always whether it is there in each row
     */
    record Read(
            @Nullable EntityPlan plan,
            Source source,
            List<Integer> positions,
            List<EntityPlan.Other> others,
            String alias,
            boolean always) {}

    /**
     * A statement for entities, with joins.
     *
     * @param most how many entities at most are wanted, 0 for all
     */
    static Made of(EntityPlan plan, Source source, EntityCommand whole, List<JoinedRelation> relations, int most) {
        JoinedCommand command = new JoinedCommand((Selection) whole.command(), relations);
        command.selected.addAll(command.selection.parts().selected());
        command.read.add(new Read(plan, source, whole.positions(), List.of(), source.alias(), true));
        relations.forEach(relation -> command.read.add(command.read.get(0))); // until it is known
        return command.made(most);
    }

    private Made made(int most) {
        each(true, this::contain);
        boolean joining = relations.stream().anyMatch(relation -> !relation.isContained());
        if (joining && isPart(most)) {
            makePart(most);
        } else {
            order.addAll(selection.parts().tail().orderBy());
        }
        each(false, this::join);
        return new Made(whole(), read, row);
    }

    private void each(boolean contained, ObjIntConsumer<JoinedRelation> work) {
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).isContained() == contained) {
                work.accept(relations.get(i), i + 1);
            }
        }
    }

    private Selection whole() {
        if (base != null) {
            return Clauses.select(selected, base, joins, List.of(), order);
        }
        Selection.Parts parts = selection.parts();
        Tail tail = parts.tail();
        List<Join> all = Stream.concat(parts.joins().stream(), joins.stream()).toList();
        return new Selection(
                selection.with(),
                new Selection.Parts(
                        parts.distinct(),
                        parts.distinctOn(),
                        selected,
                        parts.from(),
                        all,
                        parts.where(),
                        parts.groupBy(),
                        parts.having(),
                        parts.windows(),
                        new Tail(order, tail.limit(), tail.ties(), tail.offset(), tail.locks())));
    }

    /** Whether the first statement would give something else with more joins. */
    private boolean isPart(int most) {
        Selection.Parts parts = selection.parts();
        Tail tail = parts.tail();
        boolean chosen = tail.limit().isPresent()
                || tail.offset().isPresent()
                || !tail.locks().isEmpty()
                || parts.distinct()
                || !parts.distinctOn().isEmpty()
                || !parts.groupBy().isEmpty()
                || parts.having().isPresent();
        return chosen || (multiplies() && (most > 0 || isJoined()));
    }

    private boolean isJoined() {
        return !selection.parts().joins().isEmpty() || selection.parts().from().size() > 1;
    }

    private boolean multiplies() {
        return relations.stream().anyMatch(relation -> relation.multiplies() && !relation.isContained());
    }

    private boolean containsMany() {
        return relations.stream().anyMatch(relation -> relation.multiplies() && relation.isContained());
    }

    private void makePart(int most) {
        Selection.Parts parts = selection.parts();
        inner = List.copyOf(selected);
        List<Expression> given = Clauses.numbered("c", inner);
        List<Ordering> orderings = parts.tail().orderBy();
        given.addAll(Clauses.numbered(
                "o", orderings.stream().map(Ordering::expression).toList()));
        boolean numbered = !parts.distinct() && multiplies() && !containsMany() && isJoined();
        if (numbered) {
            given.add(new Labelled(number(), ROW));
        }
        Tail tail = limited(parts.tail(), most);
        DerivedSource part = new DerivedSource(
                Clauses.giving(selection, parts.distinct(), given, tail),
                read.get(0).alias(),
                false);
        selected.clear();
        selected.addAll(Clauses.numbers(part, "c", inner.size()));
        for (int i = 0; i < orderings.size(); i++) {
            Ordering one = orderings.get(i);
            order.add(new Ordering(new ColumnReference(part, "o" + (i + 1)), one.descending(), one.nulls()));
        }
        if (numbered) {
            row = select(new ColumnReference(part, ROW));
        }
        base = part;
    }

    private static Expression number() {
        return new Over(
                Call.of(Call.Kind.WINDOW, "row_number", List.of()),
                new Window(Optional.empty(), List.of(), List.of(), Optional.empty()));
    }

    private static Tail limited(Tail tail, int most) {
        if (most == 0 || tail.ties()) {
            return tail;
        }
        Expression wanted = Bind.of(SqlTypes.BIGINT, (long) most);
        Expression limit = tail.limit()
                .<Expression>map(said -> Call.of("least", said, wanted))
                .orElse(wanted);
        return new Tail(tail.orderBy(), Optional.of(limit), false, tail.offset(), tail.locks());
    }

    private int select(Expression value) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i).unlabelled().sameStructure(value)) {
                return i + 1;
            }
        }
        selected.add(value);
        return selected.size();
    }

    /** What the statement joins itself. */
    private void contain(JoinedRelation relation, int place) {
        Source declared = declared(relation);
        EntityPlan plan = relation.plan();
        Source source = relation.contained();
        if (plan != null) {
            selection = EntityCommand.completed(plan, source, selection);
            List<Expression> completed = selected.stream()
                    .map(value -> EntityCommand.completed(plan, relation.contained(), value))
                    .toList();
            selected.clear();
            selected.addAll(completed);
            source = plan.completed(source);
        }
        Source target = source;
        place(
                relation,
                place,
                target,
                field -> linked(relation, declared, field).orElseGet(() -> column(plan, target, field)),
                false);
    }

    private Source declared(JoinedRelation relation) {
        String alias = relation.contained().alias();
        Selection.Parts parts = selection.parts();
        return Stream.concat(parts.from().stream(), parts.joins().stream().map(Join::source))
                .filter(source -> source.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new OrmException(
                        OrmError.OPTION_INVALID,
                        relation.load() + " is about \"" + alias + "\", which the statement does not join"));
    }

    /** A column of the table between, where the statement has joined it. */
    private static Optional<Expression> linked(JoinedRelation relation, Source declared, DatabaseField field) {
        return relation.plan() == null
                ? Optional.empty()
                : relation.belonging()
                        .between()
                        .filter(link -> link.table().equals(field.getTable()) && declared instanceof JoinedSource)
                        .flatMap(link -> ((JoinedSource) declared)
                                .parts().stream()
                                        .filter(part -> Names.isOf(link.table(), part.table()))
                                        .findFirst())
                        .<Expression>map(part -> new ColumnReference(
                                new PartSource(
                                        (JoinedSource) declared, part.table().alias()),
                                Names.of(field)));
    }

    private static ColumnReference column(@Nullable EntityPlan plan, Source source, DatabaseField field) {
        return plan == null ? new ColumnReference(source, Names.of(field)) : plan.column(source, field);
    }

    /** What options join. */
    private void join(JoinedRelation relation, int place) {
        Read owner = read.get(relation.owner());
        String alias = alias(owner.alias(), relation.mapping().getAttributeName(), place);
        EntityPlan plan = relation.plan();
        Belonging belonging = relation.belonging().linkedBy(alias + "#");
        Source target = plan == null ? Names.as(relation.valuesTable(), alias) : plan.source(alias);
        List<Expression> keys =
                belonging.own().stream().map(field -> owned(owner, field)).toList();
        boolean required = owner.always() && relation.isRequired();
        joins.addAll(belonging.joins(
                field -> column(plan, target, field),
                target,
                keys,
                required ? Join.Kind.INNER : Join.Kind.LEFT,
                List.of()));
        place(relation, place, target, field -> belonging.column(each -> column(plan, target, each), field), required);
        relation.order()
                .forEach(part -> order.add(new Ordering(
                        belonging.column(each -> column(plan, target, each), part.field()),
                        part.descending(),
                        Ordering.Nulls.DEFAULT)));
    }

    /** A column of an owner, where the statement is a part of another perhaps. */
    private Expression owned(Read owner, DatabaseField field) {
        ColumnReference column = column(owner.plan(), owner.source(), field);
        for (int i = 0; base != null && i < inner.size(); i++) {
            if (inner.get(i).unlabelled() instanceof ColumnReference other
                    && other.name().equals(column.name())
                    && other.source().alias().equals(column.source().alias())) {
                return new ColumnReference(base, "c" + (i + 1));
            }
        }
        return column;
    }

    private String alias(String owner, String attribute, int place) {
        String alias = owner + "." + attribute;
        boolean taken = alias.length() > LONGEST_ALIAS
                || (read.get(0).source() instanceof JoinedSource joined
                        && joined.parts().stream()
                                .anyMatch(part -> part.table().alias().equals(alias)));
        return taken ? "#" + place : alias;
    }

    private void place(
            JoinedRelation relation,
            int place,
            Source source,
            Function<DatabaseField, Expression> columns,
            boolean always) {
        EntityPlan plan = relation.plan();
        List<Integer> positions = plan == null
                ? List.of()
                : PartialEntities.columns(relation.attributes(), plan, source).stream()
                        .map(column -> column.map(this::select).orElse(0))
                        .toList();
        List<EntityPlan.Other> others = new ArrayList<>();
        if (plan != null) {
            others.add(new EntityPlan.Other(THERE, select(columns.apply(relation.present()))));
        }
        relation.additional().forEach(field -> others.add(new EntityPlan.Other(field, select(columns.apply(field)))));
        read.set(place, new Read(plan, source, positions, others, source.alias(), always));
    }
}
