// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute that says whether an entity is deleted: a time, which is null while it lives, or a boolean. Sessions set
 * it instead of deleting the row, and do not show rows that have it set.
 *
 * <pre>{@code @SoftDelete private Instant deletedAt;}</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SoftDelete {}
