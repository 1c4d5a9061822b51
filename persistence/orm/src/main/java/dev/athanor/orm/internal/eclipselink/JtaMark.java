// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.jspecify.annotations.Nullable;

/** The mark of a container's transaction; nothing is marked where there is none. */
final class JtaMark implements RollbackMark {
    private final MutedController controller;
    private final @Nullable Object transaction;

    JtaMark(MutedController controller, @Nullable Object transaction) {
        this.controller = controller;
        this.transaction = transaction;
    }

    @Override
    public void opened() {
        if (transaction != null) {
            controller.mute(transaction);
        }
    }

    @Override
    public void closed() {
        if (transaction != null) {
            controller.unmute(transaction);
        }
    }

    @Override
    public boolean isSet() {
        return transaction != null && controller.isMarked(transaction);
    }

    @Override
    public void set() {
        if (transaction != null && controller.getTransaction() != null) {
            controller.markTransactionForRollback();
        }
    }

    @Override
    public void takeBack() {
        if (transaction != null) {
            controller.takeBack(transaction);
        }
    }
}
