// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a table was called before, if it is at an entity or at an attribute that has a table of its own; otherwise a
 * column. Means nothing where that has become of it already, and may stay.
 *
 * <pre>{@code @RenamedFrom("name") private String fullName;}</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {
    /**
     * The old name, or names, as the database has them; of a table, {@code schema.table} if it was in another schema.
     */
    String[] value();
}
