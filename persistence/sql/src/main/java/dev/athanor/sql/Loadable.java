// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A relation of entities as what loads it knows it: by its class, its attribute, and what it leads to.
 *
 * @param <S> the entities that have it
 * @param <T> what it leads to
 * @param <Q> the table of that
 */
public interface Loadable<S, T, Q extends Table> {
    /** The class of the entities that have it. */
    Class<S> owner();

    /** The attribute that it is. */
    String attribute();
}
