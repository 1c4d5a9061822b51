// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.Table;

/** An attribute of an entity or embeddable, with what its table has of it. Immutable and thread-safe. */
sealed interface Attribute permits Attribute.Basic, Attribute.Embedded, Attribute.Relation, Attribute.Values {
    /** Its name, after those of the attributes it is embedded in. */
    String path();

    /** Where objects have it. */
    Property property();

    /** A value in a column. */
    record Basic(String path, Property property, Column<?> column, Limits limits) implements Attribute {}

    /** An object in columns of its owner's table. */
    record Embedded(String path, Property property, Shape shape) implements Attribute {}

    /** One entity, or several, of another table. */
    record Relation(String path, Property property, Association<?, ?> association, Class<? extends Table> target)
            implements Attribute {}

    /** A collection of values in a table of their own. */
    record Values(String path, Property property, Association<?, ?> association, Class<? extends Table> table)
            implements Attribute {}
}
