// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Does a method again whose transaction others' did not let through, in a new transaction with a new persistence
 * context. Within a transaction that began before, it does the method once: only the whole can be tried again.
 *
 * <pre>{@code
 * @Transactional
 * @Isolation(IsolationLevel.SERIALIZABLE)
 * @Retry(attempts = 5)
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
public @interface Retry {
    /** How often it is done at most, the first time included. */
    @Nonbinding
    int attempts() default 3;

    /** For how many milliseconds it waits at most before the second attempt; twice as long before each further one. */
    @Nonbinding
    long firstWait() default 10;

    /** For how many milliseconds it waits at most before any attempt. */
    @Nonbinding
    long longestWait() default 1000;

    /** Why it is done again. */
    @Nonbinding
    RetryReason[] on() default {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK};
}
