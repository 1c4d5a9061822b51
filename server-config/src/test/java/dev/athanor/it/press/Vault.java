// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.Session;
import dev.athanor.orm.press.Purse;
import dev.athanor.orm.press.QPurse;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Nested;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.concurrent.Callable;

/** A bean of CDI whose methods say how their transactions are. */
@ApplicationScoped
class Vault {
    private final QPurse p = QPurse.as("p");

    @Inject
    private Session session;

    // region bean
    @Transactional
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(attempts = 5)
    void transfer(long from, long to, int amount) {
        session.get(Purse.class, from).orElseThrow().take(amount);
        session.get(Purse.class, to).orElseThrow().put(amount);
    }

    @Transactional
    @ReadOnly
    List<Purse> purses() {
        return session.list(select(p).orderBy(p.id.asc()));
    }

    @Nested
    void open(long id) {
        session.add(new Purse(id, 0));
    }
    // endregion

    @Transactional
    @Isolation(IsolationLevel.SERIALIZABLE)
    <T> T serializable(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @Isolation(IsolationLevel.REPEATABLE_READ)
    @ReadOnly
    <T> T report(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @ReadOnly
    <T> T reading(Callable<T> work) throws Exception {
        return work.call();
    }

    @ReadOnly
    <T> T readingPart(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(firstWait = 1, longestWait = 5)
    <T> T retrying(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional(TxType.REQUIRES_NEW)
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(firstWait = 1, longestWait = 5)
    <T> T retryingApart(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @Retry(on = RetryReason.OPTIMISTIC_CONFLICT)
    <T> T retryingOnConflicts(Callable<T> work) throws Exception {
        return work.call();
    }

    @Nested
    <T> T nested(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @Nested
    <T> T nestedTransaction(Callable<T> work) throws Exception {
        return work.call();
    }

    @Nested
    int nestedNumber(Callable<Integer> work) throws Exception {
        return work.call();
    }

    @Nested(session = Notes.class)
    <T> T nestedNotes(Callable<T> work) throws Exception {
        return work.call();
    }
}
