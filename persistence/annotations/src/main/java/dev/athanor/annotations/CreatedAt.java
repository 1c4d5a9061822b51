// SPDX-License-Identifier: Apache-2.0
package dev.athanor.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When an entity was inserted, filled by sessions: an {@code Instant}, an {@code OffsetDateTime}, or a
 * {@code LocalDateTime} in UTC.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface CreatedAt {}
