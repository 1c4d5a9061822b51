// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.persistence.EntityTransaction;
import org.eclipse.persistence.internal.jpa.transaction.EntityTransactionImpl;

/**
 * The mark of an entity manager's own transaction. Relies on its name in EclipseLink; NestedFailureTest would notice.
 */
final class LocalMark implements RollbackMark {
    private static final Hidden<Boolean> MARK = Hidden.of(EntityTransactionImpl.class, "rollbackOnly");

    private final SessionContext context;

    LocalMark(SessionContext context) {
        this.context = context;
    }

    @Override
    public void opened() {}

    @Override
    public void closed() {}

    @Override
    public boolean isSet() {
        return context.localTransaction()
                .filter(EntityTransaction::getRollbackOnly)
                .isPresent();
    }

    @Override
    public void set() {
        context.localTransaction().ifPresent(EntityTransaction::setRollbackOnly);
    }

    @Override
    public void takeBack() {
        context.localTransaction().ifPresent(transaction -> MARK.set(transaction, false));
    }
}
