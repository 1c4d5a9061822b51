// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database computes, by an expression of SQL about the other columns of the row. The attribute is not
 * written: {@code @Column(insertable = false, updatable = false)}. What Java can compute, too, is rather a stored
 * {@link Hybrid}.
 *
 * <pre>{@code
 * @ComputedColumn("to_tsvector('english', title)")
 * @Column(insertable = false, updatable = false, columnDefinition = "tsvector")
 * private String words;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ComputedColumn {
    /** The expression. */
    String value();
}
