// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.ToMany;

/**
 * A relation that a check follows.
 *
 * @param relation the attribute
 * @param owner the class that has it
 * @param target the class it leads to
 * @param junction the columns by which it holds
 * @param refers whether the owner's columns are a foreign key
 */
record Route(Attribute.Relation relation, EntityModel owner, EntityModel target, Junction junction, boolean refers) {
    /** Whether it leads to any number of entities. */
    boolean toMany() {
        return relation.association() instanceof ToMany<?, ?, ?>;
    }
}
