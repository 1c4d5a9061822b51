// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method be a part of a transaction that is undone alone if it throws anything, as
 * {@link dev.athanor.orm.Session#nested} does. It needs a transaction; beside {@code @Transactional} it may begin one,
 * which is rolled back then.
 *
 * <pre>{@code
 * @Nested
 * public void book(Order order) {
 *     …
 * }
 * }</pre>
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Nested {
    /** The qualifier of the session whose transaction is meant, where the application has several. */
    @Nonbinding
    Class<? extends Annotation> session() default Default.class;
}
