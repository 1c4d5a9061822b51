// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;

/** An enterprise bean that begins its transactions itself, again and again. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class OwnTill {
    @Resource
    private UserTransaction transaction;

    @Inject
    private Session session;

    @Retry(firstWait = 1, longestWait = 5)
    public <T> T serializable(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            session.setTransaction(TransactionSettings.serializable());
            T result = work.call();
            session.flush();
            transaction.commit();
            return result;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }
}
