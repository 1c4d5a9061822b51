// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index that JPA's own cannot say: of expressions, of some of the rows, by another method. Of an entity's table, or
 * of a collection's or a relation's own.
 *
 * <pre>{@code
 * @TableIndex(value = "lower(email)", unique = true, where = "deleted_at is null")
 * @TableIndex(value = {"author_id", "made_at desc nulls last"}, include = "title")
 * @TableIndex(value = "tags", method = "gin")
 * }</pre>
 */
@Documented
@Repeatable(TableIndex.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface TableIndex {
    /** What is indexed, in SQL: columns by their names, or expressions, each with its order or its operator class. */
    String[] value();

    /** The name; made by the convention if empty. */
    String name() default "";

    /** Whether no two rows may have the same. */
    boolean unique() default false;

    /** How it is kept. */
    String method() default "btree";

    /** Columns that it has besides, to be read from it alone. */
    String[] include() default {};

    /** The condition, in SQL, of the rows that it has; of all if empty. */
    String where() default "";

    /** Whether nulls differ from each other in a unique index. */
    boolean nullsDistinct() default true;

    /** Several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
    @interface Several {
        /** All of them. */
        TableIndex[] value();
    }
}
