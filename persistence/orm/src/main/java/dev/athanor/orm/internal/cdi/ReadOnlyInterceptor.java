// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets the database refuse to write in what methods do. */
@Interceptor
@ReadOnly
@Priority(Interceptor.Priority.PLATFORM_BEFORE + RuleInterceptor.WITHIN_TRANSACTION + 1)
class ReadOnlyInterceptor extends RuleInterceptor {
    private static final long serialVersionUID = 1L;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        DeclaredMethod method = declared(call);
        Session session = session(method.find(ReadOnly.class).orElseThrow().session());
        return hasBegun(call, method) ? whole(session, call) : session.readOnly(part -> call.proceed());
    }

    /** Flushed at the end, so that what is refused is told as it is, and not as a rollback. */
    private static Object whole(Session session, InvocationContext call) throws Exception {
        session.setTransaction(TransactionSettings.standard().readOnly());
        Object result = call.proceed();
        session.flush();
        return result;
    }
}
