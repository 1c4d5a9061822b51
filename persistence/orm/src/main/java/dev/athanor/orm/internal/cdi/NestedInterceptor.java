// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Nested;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Lets methods be undone alone. */
@Interceptor
@Nested
@Priority(Interceptor.Priority.PLATFORM_BEFORE + RuleInterceptor.WITHIN_TRANSACTION + 2)
class NestedInterceptor extends RuleInterceptor {
    private static final long serialVersionUID = 1L;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        DeclaredMethod method = declared(call);
        Session session = session(method.find(Nested.class).orElseThrow().session());
        return method.isTransactional() && !hasBegun(call, method)
                ? ledPast(session, call)
                : session.nestedResult(block -> call.proceed());
    }

    /** The container would mark the transaction, which is its caller's, and it would be over. */
    private static @Nullable Object ledPast(Session session, InvocationContext call) {
        try {
            return session.<Object, Exception>nestedResult(block -> call.proceed());
        } catch (Exception | Error failure) {
            TransactionBoundary.leadPast(call, failure);
            return null;
        }
    }
}
