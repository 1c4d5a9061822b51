// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests that need what a server has not, as transactions of an entity manager's own, a unit that nobody has used
 * yet, or a Java of their own. All others are run in a server, too.
 */
@Documented
@Tag("java-se")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InJavaSe {}
