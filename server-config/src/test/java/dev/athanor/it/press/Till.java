// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** An enterprise bean whose methods say how their transactions are. */
@Stateless
public class Till {
    @Isolation(IsolationLevel.SERIALIZABLE)
    public <T> T serializable(Callable<T> work) throws Exception {
        return work.call();
    }

    @ReadOnly
    public <T> T reading(Callable<T> work) throws Exception {
        return work.call();
    }

    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T readingApart(Callable<T> work) throws Exception {
        return work.call();
    }
}
