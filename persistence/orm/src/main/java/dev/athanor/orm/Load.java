// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Column;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Option;
import dev.athanor.sql.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a session does about a relation of the entities that a statement selects. Relations that no option names load
 * when they are first used. To be imported statically. Immutable and thread-safe.
 *
 * <pre>{@code
 * session.list(select(art).options(selectin(art.comments).then(selectin(c.author)), raise(art.tags)))
 * }</pre>
 *
 * @param <S> the entities that have the relation
 * @param <T> what it leads to
 */
public sealed class Load<S, T> implements Option<S> permits PartLoad {
    private final Place<S> place;
    private final Strategy strategy;
    private final Optional<PartLoad.Part> part;
    private final List<Option<? super T>> next;

    Load(Place<S> place, Strategy strategy, Optional<PartLoad.Part> part, List<Option<? super T>> next) {
        this.place = place;
        this.strategy = strategy;
        this.part = part;
        this.next = next;
    }

    private static <S, T> Load<S, T> of(Loadable<S, T, ?> relation, Strategy strategy) {
        return new Load<>(Place.of(relation), strategy, Optional.empty(), List.of());
    }

    private static <S> Load<S, Object> ofAll(Class<S> owner, Strategy strategy) {
        return new Load<>(
                new Place<>(owner, Optional.empty(), Optional.empty()), strategy, Optional.empty(), List.of());
    }

    /** Loads it for all entities by one more statement, which has their keys. */
    public static <S, T> Load<S, T> selectin(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.SELECTIN);
    }

    /**
     * Loads a part of what it leads to, for all entities by one more statement.
     *
     * <pre>{@code selectin(art.comments, c).where(c.approved.isTrue()).orderBy(c.id.desc()).limit(3)}</pre>
     *
     * @param target what conditions refer to
     */
    public static <S, T, Q extends Table> PartLoad<S, T> selectin(Loadable<S, T, Q> relation, Q target) {
        return new PartLoad<>(Place.of(relation), Strategy.SELECTIN, PartLoad.Part.of(target), List.of());
    }

    /** Loads it for all entities by one more statement, which has the first as a part to find them. */
    public static <S, T> Load<S, T> subquery(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.SUBQUERY);
    }

    /** Loads it by the same statement, to which it is joined. */
    public static <S, T> Load<S, T> joined(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.JOINED);
    }

    /**
     * Fills it with what the statement itself joins, as far as its rows have it.
     *
     * <pre>{@code select(art).join(art.comments, c).where(c.approved.isTrue()).options(contains(art.comments, c))}
     * </pre>
     *
     * @param joined the table that the statement joins
     */
    public static <S, T, Q extends Table> Load<S, T> contains(Loadable<S, T, Q> relation, Q joined) {
        return new Load<>(Place.of(relation), Strategy.CONTAINS, Optional.of(PartLoad.Part.of(joined)), List.of());
    }

    /** Lets it load when it is first used, as it does if nothing is said, although it is mapped as eager. */
    public static <S, T> Load<S, T> lazy(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.LAZY);
    }

    /** Lets all relations of a class that no option names load when they are first used. */
    public static <S> Load<S, Object> lazy(Class<S> owner) {
        return ofAll(owner, Strategy.LAZY);
    }

    /** Leaves it empty, whatever it leads to. */
    public static <S, T> Load<S, T> noLoad(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.NONE);
    }

    /** Leaves all relations of a class empty that no option names. */
    public static <S> Load<S, Object> noLoad(Class<S> owner) {
        return ofAll(owner, Strategy.NONE);
    }

    /** Refuses to load it: using it is an error that says where to add what. */
    public static <S, T> Load<S, T> raise(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.RAISE);
    }

    /**
     * Refuses to load all relations of a class that no option names; also of entities that named ones lead to, so that
     * {@code raise(Object.class)} is about all that a statement brings.
     */
    public static <S> Load<S, Object> raise(Class<S> owner) {
        return ofAll(owner, Strategy.RAISE);
    }

    /** Refuses to load it by a statement: a relation to one may lead to an entity that the session has. */
    public static <S, T> Load<S, T> raiseOnSql(Loadable<S, T, ?> relation) {
        return of(relation, Strategy.RAISE_ON_SQL);
    }

    /** Refuses to load all relations of a class by statements that no option names. */
    public static <S> Load<S, Object> raiseOnSql(Class<S> owner) {
        return ofAll(owner, Strategy.RAISE_ON_SQL);
    }

    /**
     * Does it for a relation of objects that are embedded in entities.
     *
     * @param owner the class of the entities
     * @param inside what to do about the relation of the embedded objects
     */
    public static <S, T> Load<S, T> within(Class<S> owner, Load<?, T> inside) {
        Load<?, T> load = inside;
        return new Load<>(load.place.within(owner), load.strategy, load.part, load.next);
    }

    /**
     * Reads only these columns of the entities, and their keys, versions and foreign keys; others when they are used.
     */
    public static Deferral only(Column<?>... columns) {
        return Deferral.of(true, columns);
    }

    /** Reads these columns of the entities when they are first used. */
    public static Deferral defer(Column<?>... columns) {
        return Deferral.of(false, columns);
    }

    /** The same, and these for what it leads to. */
    @SafeVarargs
    public final Load<S, T> then(Option<? super T>... more) {
        List<Option<? super T>> all = new ArrayList<>(next);
        for (Option<? super T> option : more) {
            all.add(Objects.requireNonNull(option, "option"));
        }
        return new Load<S, T>(place, strategy, part, Collections.unmodifiableList(all));
    }

    /**
     * The same; what follows is about those of what it leads to that are of this class.
     *
     * <pre>{@code selectin(g.media).ofType(Video.class).then(selectin(v.scenes))}</pre>
     */
    @SuppressWarnings("unchecked") // options look at what they are for themselves
    public final <U extends T> Load<S, U> ofType(Class<U> type) {
        Objects.requireNonNull(type, "type");
        return new Load<>(place, strategy, part, (List<Option<? super U>>) (List<?>) next);
    }

    /** Which relation it is about. */
    public final Place<S> place() {
        return place;
    }

    /** How it is loaded. */
    public final Strategy strategy() {
        return strategy;
    }

    /** Which part of what it leads to; none if it is all. */
    public final Optional<PartLoad.Part> part() {
        return part;
    }

    /** What is done about what it leads to. */
    public final List<Option<? super T>> next() {
        return next;
    }

    @Override
    public final String toString() {
        return strategy.word + "(" + place + ")";
    }

    /** How a relation is loaded. */
    public enum Strategy {
        /** By one more statement. */
        SELECTIN("selectin"),
        /** By one more statement that has the first as a part. */
        SUBQUERY("subquery"),
        /** By the same statement. */
        JOINED("joined"),
        /** By a join that the statement has. */
        CONTAINS("contains"),
        /** When it is used. */
        LAZY("lazy"),
        /** Not at all: it stays empty. */
        NONE("noLoad"),
        /** Not at all: using it is an error. */
        RAISE("raise"),
        /** Not by a statement. */
        RAISE_ON_SQL("raiseOnSql");

        private final String word;

        Strategy(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Which relation an option is about.
     *
     * @param owner the class of the entities
     * @param inside the class of the objects embedded in them that have it, if these do
     * @param attribute the attribute; none for all that are not named
     */
    public record Place<S>(Class<S> owner, Optional<Class<?>> inside, Optional<String> attribute) {
        private static <S> Place<S> of(Loadable<S, ?, ?> relation) {
            return new Place<>(relation.owner(), Optional.empty(), Optional.of(relation.attribute()));
        }

        private <E> Place<E> within(Class<E> entity) {
            return new Place<>(entity, Optional.of(owner), attribute);
        }

        @Override
        public String toString() {
            return attribute
                    .map(name -> inside.orElse(owner).getSimpleName() + "." + name)
                    .orElse(owner.getSimpleName());
        }
    }
}
