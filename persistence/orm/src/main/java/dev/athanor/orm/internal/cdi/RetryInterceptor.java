// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.transaction.Attempts;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.Arrays;

/** Does methods again whose transactions others' did not let through. */
@Interceptor
@Retry
@Priority(Interceptor.Priority.PLATFORM_BEFORE + RuleInterceptor.AROUND_ALL)
class RetryInterceptor extends RuleInterceptor {
    private static final long serialVersionUID = 1L;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        DeclaredMethod method = declared(call);
        return isWhole(method)
                ? attempts(method.find(Retry.class).orElseThrow()).run(call::proceed)
                : call.proceed();
    }

    /** Whether what the method does in a transaction is all of it. */
    private boolean isWhole(DeclaredMethod method) {
        return transaction().isEmpty() || method.attribute().equals("REQUIRES_NEW") || method.isWithoutTransaction();
    }

    private static Attempts attempts(Retry retry) {
        RetryReason[] reasons = retry.on();
        return Attempts.of(retry.attempts())
                .waiting(Duration.ofMillis(retry.firstWait()), Duration.ofMillis(retry.longestWait()))
                .on(reasons[0], Arrays.copyOfRange(reasons, 1, reasons.length));
    }
}
