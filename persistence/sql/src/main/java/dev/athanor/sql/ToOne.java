// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.function.Function;

/**
 * A relation to one entity. Where the row itself has its key, a generated subclass has the key's columns, which are
 * read without a join: {@code e.manager.id}.
 *
 * @param <S> the entities that have it
 * @param <T> the entities it leads to
 * @param <Q> their table
 */
public class ToOne<S, T, Q extends EntityTable<T>> extends Association<S, Q> {
    private final Function<Q, Condition> on;

    /** A relation of an attribute, and what a row of the target has to be like. */
    public ToOne(Class<S> owner, String attribute, Function<Q, Condition> on) {
        super(owner, attribute);
        this.on = on;
    }

    @Override
    public final Condition on(Q target) {
        return on.apply(target);
    }
}
