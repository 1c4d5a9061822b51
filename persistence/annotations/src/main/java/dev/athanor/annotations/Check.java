// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that each row of a table meets: of an entity's, or of a collection's or a relation's own.
 *
 * <pre>{@code @Check("price > 0") class Product {…}}</pre>
 */
@Documented
@Repeatable(Check.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface Check {
    /** The condition, in SQL, about columns by their names. */
    String value();

    /** The name of the constraint; made by the convention if empty. */
    String name() default "";

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
    @interface Several {
        /** All of them. */
        Check[] value();
    }
}
