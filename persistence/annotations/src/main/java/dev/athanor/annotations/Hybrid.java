// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of an entity or an embeddable that means the same in a statement: the generated table has a method of its
 * name and parameters, which gives an expression.
 *
 * <pre>{@code
 * @Hybrid
 * public String fullName() {
 *     return firstName + " " + lastName;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Hybrid {
    /** Whether the database keeps the value, in a column that it computes. */
    boolean stored() default false;

    /** Whether the database has an index of the values. */
    boolean indexed() default false;

    /** The name of the column, if the value is kept in one; made of the method's name if empty. */
    String column() default "";

    /** A static method that says the expression of the hybrid of its name, where the method's body cannot be read. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Sql {}

    /** A static method that says which columns are set when the hybrid of its name is. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Update {}
}
