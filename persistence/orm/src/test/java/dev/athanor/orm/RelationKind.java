// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.press.Exhibition;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Order;
import dev.athanor.sql.Path;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A kind of relation.
 *
 * @param name what it is called
 * @param table whose entities have it
 * @param relation the relation
 * @param containing joins its targets to a statement, which fills it with them
 * @param seen what is seen of it
 * @param all what is seen of it in all entities, by their keys in order
 * @param change changes something else of an entity
 * @param pending changes it in the first entity
 * @param part what loads a part of it, if it has parts
 * @param some what is seen of that part, by the keys in order; nothing if it has no parts
 */
record RelationKind<S, T>(
        String name,
        EntityTable<S> table,
        Loadable<S, T, ?> relation,
        UnaryOperator<Select<S>> containing,
        Function<S, Object> seen,
        List<Object> all,
        Consumer<S> change,
        BiConsumer<Session, S> pending,
        PartLoad<S, T> part,
        List<Object> some) {
    static <S, T, Q extends Table, R extends Loadable<S, T, Q> & Path<Q>> RelationKind<S, T> of(
            String name, EntityTable<S> table, R relation, Q target, Function<S, Object> seen, Object... all) {
        return new RelationKind<>(
                name,
                table,
                relation,
                select -> select.leftJoin(relation, target).options(Load.contains(relation, target)),
                seen,
                given(all),
                entity -> {},
                (session, entity) -> {},
                Load.selectin(relation, target),
                List.of());
    }

    private static List<Object> given(Object... values) {
        return Stream.of(values)
                .map(value -> value.equals("") ? List.of() : value)
                .toList();
    }

    /** The same, and what changes something else of an entity. */
    RelationKind<S, T> changed(Consumer<S> how) {
        return new RelationKind<>(name, table, relation, containing, seen, all, how, pending, part, some);
    }

    /** The same kind, of which something else is seen. */
    RelationKind<S, T> seeing(List<Object> others) {
        return new RelationKind<>(name, table, relation, containing, seen, others, change, pending, part, some);
    }

    /** The same, and what changes the relation of the first entity. */
    RelationKind<S, T> pending(BiConsumer<Session, S> how) {
        return new RelationKind<>(name, table, relation, containing, seen, all, change, how, part, some);
    }

    /** The same, with the order in which the rows of a statement have to be where they fill it. */
    RelationKind<S, T> ordered(Order... orders) {
        return new RelationKind<>(
                name,
                table,
                relation,
                select -> containing.apply(select).orderBy(orders),
                seen,
                all,
                change,
                pending,
                part,
                some);
    }

    /** The same, and a part of it. */
    RelationKind<S, T> partly(UnaryOperator<PartLoad<S, T>> which, Object... seenThen) {
        return new RelationKind<>(
                name, table, relation, containing, seen, all, change, pending, which.apply(part), given(seenThen));
    }

    /** All entities, by their keys in order. */
    Select<S> select() {
        return Sql.select(table)
                .orderBy(table.key().stream()
                        .map(column -> ((Expr<?>) column.expression()).asc())
                        .toArray(Order[]::new));
    }

    Select<S> select(Load<S, ?> option) {
        return select().options(option);
    }

    /** All entities, with what an option does about the relation. */
    Select<S> select(Load.Strategy strategy) {
        return switch (strategy) {
            case SELECTIN -> select(Load.selectin(relation));
            case SUBQUERY -> select(Load.subquery(relation));
            case JOINED -> select(Load.joined(relation));
            case CONTAINS -> containing.apply(select());
            case LAZY -> select(Load.lazy(relation));
            case NONE -> select(Load.noLoad(relation));
            case RAISE -> select(Load.raise(relation));
            case RAISE_ON_SQL -> select(Load.raiseOnSql(relation));
        };
    }

    /** How many statements read all entities and what the relation leads to. */
    int statements(Load.Strategy strategy) {
        boolean joins = strategy == Load.Strategy.JOINED || strategy == Load.Strategy.CONTAINS;
        return (joins || leadsToOwners() ? 1 : 2) + (hasEntitiesAsKeys() ? 1 : 0);
    }

    /**
     * How many statements run when it is used then: what no row of a statement's own joins has is still to be found.
     */
    int statementsOfUse(Load.Strategy strategy) {
        return strategy == Load.Strategy.CONTAINS && relation.attribute().equals("profile")
                ? Collections.frequency(all, "none")
                : 0;
    }

    /** Whether it is a map whose keys are entities, which one more statement reads. */
    private boolean hasEntitiesAsKeys() {
        return relation.owner() == Exhibition.class;
    }

    /** Whether it leads by a key to entities that all are owners: a session that has read these has its targets. */
    boolean leadsToOwners() {
        return relation.attribute().equals("mentor");
    }

    @Override
    public String toString() {
        return name;
    }
}
