// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Isolates the transactions that begin with methods. */
@Interceptor
@Isolation(IsolationLevel.SERIALIZABLE)
@Priority(Interceptor.Priority.PLATFORM_BEFORE + RuleInterceptor.WITHIN_TRANSACTION)
class IsolationInterceptor extends RuleInterceptor {
    private static final long serialVersionUID = 1L;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        DeclaredMethod method = declared(call);
        Isolation isolation = method.find(Isolation.class).orElseThrow();
        Session session = session(isolation.session());
        if (method.management() == TransactionManagement.OF_CDI && !hasBegun(call, method)) {
            check(isolation.value(), session.isolation());
        } else {
            session.setTransaction(TransactionSettings.standard().isolation(isolation.value()));
        }
        return call.proceed();
    }

    private static void check(IsolationLevel needed, IsolationLevel actual) {
        if (needed != actual) {
            throw new OrmException(
                    OrmError.ISOLATION_REFUSED,
                    "the method needs a transaction that is " + needed.sql()
                            + ", and is called in one that began before"
                            + " as " + actual.sql() + "; write @Isolation where that begins, or begin another:"
                            + " @Transactional(REQUIRES_NEW)");
        }
    }
}
