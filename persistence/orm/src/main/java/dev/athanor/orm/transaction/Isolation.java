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
 * Says how isolated the transaction is that begins with a method. Within one that began before, the method needs the
 * same isolation; another is {@link dev.athanor.orm.OrmError#ISOLATION_REFUSED}.
 *
 * <pre>{@code
 * @Transactional
 * @Isolation(IsolationLevel.SERIALIZABLE)
 * @Retry
 * public void transfer(long from, long to, int amount) {
 *     …
 * }
 * }</pre>
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Isolation {
    /** How isolated it is. */
    @Nonbinding
    IsolationLevel value();

    /** The qualifier of the session whose transaction is meant, where the application has several. */
    @Nonbinding
    Class<? extends Annotation> session() default Default.class;
}
