// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Association;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.Option;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
public final class Load<S, T> implements Option<S> {
    private final Class<S> owner;
    private final String attribute;
    private final Strategy strategy;
    private final List<Load<? super T, ?>> next;

    private Load(Class<S> owner, String attribute, Strategy strategy, List<Load<? super T, ?>> next) {
        this.owner = owner;
        this.attribute = attribute;
        this.strategy = strategy;
        this.next = next;
    }

    private static <S, T> Load<S, T> of(Association<S, ?> relation, Strategy strategy) {
        return new Load<>(relation.owner(), relation.attribute(), strategy, List.of());
    }

    /** Loads it for all entities by one more statement. */
    public static <S, T> Load<S, T> selectin(ToOne<S, T, ?> relation) {
        return of(relation, Strategy.SELECTIN);
    }

    /** Loads it for all entities by one more statement. */
    public static <S, T> Load<S, T> selectin(ToMany<S, T, ?> relation) {
        return of(relation, Strategy.SELECTIN);
    }

    /** Loads it for all entities by one more statement. */
    public static <S> Load<S, Object> selectin(ElementCollection<S, ?> relation) {
        return of(relation, Strategy.SELECTIN);
    }

    /** Refuses to load it: using it is an error that says where to add what. */
    public static <S, T> Load<S, T> raise(ToOne<S, T, ?> relation) {
        return of(relation, Strategy.RAISE);
    }

    /** Refuses to load it: using it is an error that says where to add what. */
    public static <S, T> Load<S, T> raise(ToMany<S, T, ?> relation) {
        return of(relation, Strategy.RAISE);
    }

    /** Refuses to load it: using it is an error that says where to add what. */
    public static <S> Load<S, Object> raise(ElementCollection<S, ?> relation) {
        return of(relation, Strategy.RAISE);
    }

    /** The same, and these for what it leads to. */
    @SafeVarargs
    public final Load<S, T> then(Load<? super T, ?>... more) {
        List<Load<? super T, ?>> all = new ArrayList<>(next);
        for (Load<? super T, ?> load : more) {
            all.add(Objects.requireNonNull(load, "load"));
        }
        return new Load<S, T>(owner, attribute, strategy, Collections.unmodifiableList(all));
    }

    /** The class that has the relation. */
    public Class<S> owner() {
        return owner;
    }

    /** The attribute that the relation is. */
    public String attribute() {
        return attribute;
    }

    /** How it is loaded. */
    public Strategy strategy() {
        return strategy;
    }

    /** What is done about the relations of what it leads to. */
    public List<Load<? super T, ?>> next() {
        return next;
    }

    @Override
    public String toString() {
        return strategy.name().toLowerCase(Locale.ROOT) + "(" + owner.getSimpleName() + "." + attribute + ")";
    }

    /** How a relation is loaded. */
    public enum Strategy {
        /** By one more statement. */
        SELECTIN,
        /** Not at all. */
        RAISE
    }
}
