// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.List;

/**
 * What the documents of a view are made of. Whoever describes them does it by this, so that the description cannot say
 * anything else than what is read.
 */
public interface ViewShape {
    /** The values, the key first, which is there whatever is asked for. */
    List<Value> values();

    /** The relations, which are there where they are included. */
    List<Relation> relations();

    /**
     * A value.
     *
     * @param name what clients call it
     * @param type what it is, or each of several is
     * @param isSeveral whether it is an array
     * @param isNullable whether there may be none
     * @param isKey whether it is the key, or a part of it
     */
    record Value(String name, Class<?> type, boolean isSeveral, boolean isNullable, boolean isKey) {}

    /**
     * A relation.
     *
     * @param name what clients call it
     * @param isSeveral whether it leads to any number
     * @param isNullable whether it may lead nowhere
     * @param target what is told of what it leads to; the same object for the same view
     */
    record Relation(String name, boolean isSeveral, boolean isNullable, ViewShape target) {}
}
