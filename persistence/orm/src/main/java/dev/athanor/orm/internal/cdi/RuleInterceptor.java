// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.Session;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Stands around methods that say something of their transactions. As serializable as beans may have to be. */
abstract class RuleInterceptor implements Serializable {
    /** From the outermost to the innermost; the container's, of {@code @Transactional}, has its place at 200. */
    static final List<Class<? extends RuleInterceptor>> ALL = List.of(
            RetryInterceptor.class,
            TransactionBoundary.OfIsolation.class,
            TransactionBoundary.OfReadOnly.class,
            TransactionBoundary.OfNested.class,
            IsolationInterceptor.class,
            ReadOnlyInterceptor.class,
            NestedInterceptor.class);

    static final int AROUND_ALL = 100;
    static final int AROUND_TRANSACTION = 190;
    static final int WITHIN_TRANSACTION = 210;

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // containers see to it
    private BeanManager manager;

    private SessionExtension extension() {
        return manager.getExtension(SessionExtension.class);
    }

    final DeclaredMethod declared(InvocationContext call) {
        return extension().rules().of(call, manager);
    }

    final Session session(Class<? extends Annotation> qualifier) {
        return extension().named().of(qualifier, manager);
    }

    /** What the thread's transaction is told from others by. */
    final Optional<Object> transaction() {
        return extension().transactions().current();
    }

    /** Whether the thread's transaction has begun with a call, as far as can be known. */
    final boolean hasBegun(InvocationContext call, DeclaredMethod method) {
        Optional<Object> now = transaction();
        return method.management() == TransactionManagement.OF_CDI
                ? now.isPresent() && !now.equals(TransactionBoundary.before(call))
                : method.attribute().equals("REQUIRES_NEW");
    }
}
