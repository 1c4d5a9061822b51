// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database does with a row whose target is deleted, instead of refusing: said of a relation, of a collection
 * that has a table, or of an entity for its tables besides the first, as those of joined subclasses.
 *
 * <pre>{@code @ManyToOne @OnDelete(OnDelete.Action.CASCADE) private Author author;}</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface OnDelete {
    /** What is done. */
    Action value();

    /** What can be done. */
    enum Action {
        /** The row is deleted, too. */
        CASCADE,
        /** It refers to nothing then. */
        SET_NULL,
        /** It refers to what its column has by default. */
        SET_DEFAULT,
        /** The deletion is refused at once, even where the constraint is checked late. */
        RESTRICT
    }
}
