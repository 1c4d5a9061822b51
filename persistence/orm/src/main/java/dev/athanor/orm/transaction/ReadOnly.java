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
 * Lets the database refuse to write in what a method does. The transaction that begins with the method is a read-only
 * one; within one that began before, the method is a part that writes nothing.
 *
 * <pre>{@code
 * @Transactional
 * @ReadOnly
 * public List<Article> feed() {
 *     return session.list(select(article));
 * }
 * }</pre>
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReadOnly {
    /** The qualifier of the session whose transaction is meant, where the application has several. */
    @Nonbinding
    Class<? extends Annotation> session() default Default.class;
}
