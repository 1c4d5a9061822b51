// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.press.unit.Memo;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.plain.Note;
import dev.athanor.orm.plain.QNote;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.SqlException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** A bean of CDI that works on authors and notes. */
@ApplicationScoped
class Archive {
    private final QAuthor a = QAuthor.as("a");
    private final QNote n = QNote.as("n");

    @Inject
    private Session session;

    @Inject
    @Notes
    private Session notes;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Inject
    private SessionFactory sessions;

    @Inject
    @Signed
    private SessionFactory signed;

    @Transactional(Transactional.TxType.MANDATORY)
    Author author(long id) {
        return session.get(Author.class, id).orElseThrow();
    }

    @Transactional
    <T> T inTransaction(Callable<T> work) throws Exception {
        return work.call();
    }

    /** Of the unit of notes. */
    Session notes() {
        return notes;
    }

    @Transactional
    void writeNote(long id, String text) {
        notes.add(new Note(id, text));
        session.get(Author.class, id).orElseThrow().rename(text);
    }

    @Transactional
    Memo writeMemo(long id, String text) {
        Memo memo = new Memo(id, text);
        notes.add(memo);
        return memo;
    }

    @Transactional
    Memo memo(long id) {
        return notes.get(Memo.class, id).orElseThrow();
    }

    @Transactional
    String note(long id) {
        return notes.one(select(n).where(n.id.eq(id))).text();
    }

    /** As careless code does; tells whether the transaction can only be rolled back. */
    @Transactional
    boolean renameAndSwallow(long id, String name) {
        author(id).rename(name);
        session.flush();
        provokeAndSwallow(session);
        return transaction.getRollbackOnly();
    }

    void provokeAndSwallow(Session own) {
        try {
            own.list(select(a).where(a.id.eq(inline(1L).dividedBy(0L))));
        } catch (SqlException expected) {
            assertThat(expected.sqlState()).contains("22012");
        }
    }

    /** A transaction of its own, which stays when that of the caller is rolled back. */
    @Transactional
    void renameApartAndFail(long id, String name) {
        author(4).rename("lost");
        sessions.transaction(apart -> apart.get(Author.class, id).orElseThrow().rename(name));
        throw new IllegalStateException("on purpose");
    }

    SessionFactory sessions() {
        return sessions;
    }

    SessionFactory signed() {
        return signed;
    }

    ManagedExecutorService executor() {
        return executor;
    }

    Session session() {
        return session;
    }
}
