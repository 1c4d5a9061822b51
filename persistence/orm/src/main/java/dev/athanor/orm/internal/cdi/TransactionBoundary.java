// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Nested;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.Optional;

/**
 * Stands around what begins a transaction: notes what there was before, and throws what was led past the container,
 * which would have rolled back everything.
 */
abstract class TransactionBoundary extends RuleInterceptor {
    private static final long serialVersionUID = 1L;
    private static final String BEFORE = TransactionBoundary.class.getName() + ".before";
    private static final String THROWN = TransactionBoundary.class.getName() + ".thrown";

    /** The transaction that there was before a call. */
    static Optional<?> before(InvocationContext call) {
        return (Optional<?>) call.getContextData().getOrDefault(BEFORE, Optional.empty());
    }

    /** Leads what was thrown past the container. */
    static void leadPast(InvocationContext call, Throwable failure) {
        call.getContextData().put(THROWN, failure);
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        Map<String, Object> data = call.getContextData();
        data.put(BEFORE, transaction());
        Object result = call.proceed();
        Object thrown = data.remove(THROWN);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (Exception) thrown;
        }
        return result;
    }

    /** Of what is isolated. */
    @Interceptor
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + AROUND_TRANSACTION)
    static class OfIsolation extends TransactionBoundary {
        private static final long serialVersionUID = 1L;
    }

    /** Of what only reads. */
    @Interceptor
    @ReadOnly
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + AROUND_TRANSACTION)
    static class OfReadOnly extends TransactionBoundary {
        private static final long serialVersionUID = 1L;
    }

    /** Of what is undone alone. */
    @Interceptor
    @Nested
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + AROUND_TRANSACTION)
    static class OfNested extends TransactionBoundary {
        private static final long serialVersionUID = 1L;
    }
}
