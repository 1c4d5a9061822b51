// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.it.press.unit.Memo;
import dev.athanor.orm.EntityState;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Sessions in enterprise beans and beans of CDI. */
@SuppressWarnings("BanJNDI") // of the server's own names
class InjectedSessionTest extends SessionTest {
    private static final int THREADS = 8;
    private static final int TRANSACTIONS = 25;

    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final Desk desk = CDI.current().select(Desk.class).get();
    private final Archive archive = CDI.current().select(Archive.class).get();
    private final Session session = archive.session();

    private String name(long id) {
        return read(own -> own.get(Author.class, id).orElseThrow().name());
    }

    private static void refused(OrmError code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void whatABeanChangesIsWrittenWhenItsTransactionEnds() {
        desk.rename(1, "Augusta");

        assertThat(desk.named("Augusta")).extracting(Author::id).containsExactly(1L);
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void observersAreToldWhatHappensInSessions() {
        Observers observers = CDI.current().select(Observers.class).get();
        observers.forget();

        desk.rename(1, "Augusta");
        assertThat(observers.seen()).containsExactly("updated Author", "committed");

        observers.forget();
        assertThatThrownBy(() -> desk.renameAndFail(1, "Ada")).isInstanceOf(EJBException.class);
        assertThat(observers.seen()).containsExactly("updated Author", "rolled back");
    }

    @Test
    void beansOfATransactionShareItsEntities() {
        assertThat(desk.sharesEntitiesWithOthers(1)).isTrue();
    }

    @Test
    void aBeanThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> desk.renameAndFail(1, "Augusta")).isInstanceOf(EJBException.class);

        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void whatFailsInABlockOfAnEnterpriseBeanIsUndoneAlone() {
        assertThat(desk.renameAllAndAdd(List.of(1L, 2L, 3L), "new ", new Tag("sql")))
                .containsExactly("on purpose", "CONSTRAINT_VIOLATED");

        assertThat(List.of(name(1), name(2), name(3))).containsExactly("new 1", "Bob", "new 3");
    }

    @Test
    void qualifiersTellWhichUnitASessionIsAbout() {
        execute("create table note (id bigint primary key, text text)");

        archive.writeNote(1, "both");

        assertThat(archive.note(1)).isEqualTo("both");
        assertThat(name(1)).isEqualTo("both");
    }

    @Test
    void listenersOfEntitiesHaveWhatIsInjectedIntoThem() {
        execute("create table memo (id bigint primary key, text text, clerk text)");

        assertThat(archive.writeMemo(1, "ask")).returns("Eve", Memo::clerk);
        assertThat(archive.memo(1)).returns("Eve", Memo::clerk).returns("Eve", Memo::reader);
    }

    @Test
    void aSwallowedErrorOfTheDatabaseLetsTheContainerRollBack() {
        assertThat(archive.renameAndSwallow(1, "Augusta")).isTrue();

        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void aSwallowedErrorOfTheDatabaseIsNoSilentCommit() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        session.get(Author.class, 1L).orElseThrow().rename("Augusta");
        session.flush();
        archive.provokeAndSwallow(session);

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        refused(OrmError.TRANSACTION_FAILED, () -> archive.sessions().transaction(archive::provokeAndSwallow));
    }

    /** Of which neither EclipseLink nor the container knows. */
    @Test
    void aSwallowedErrorOfPlainJdbcIsNoSilentCommit() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        renameAndSwallowPlainly(session);

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        refused(OrmError.TRANSACTION_FAILED, () -> archive.sessions()
                .transaction(InjectedSessionTest::renameAndSwallowPlainly));
        assertThat(name(1)).isEqualTo("Ada");
    }

    private static void renameAndSwallowPlainly(Session own) {
        own.get(Author.class, 1L).orElseThrow().rename("Augusta");
        own.flush();
        try (Statement statement = own.entityManager().unwrap(Connection.class).createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1 / 0")).isInstanceOf(SQLException.class);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void factoriesWorkOnEveryThread() {
        String name = inThreadOfItsOwn(() -> archive.sessions().<String, RuntimeException>transactionResult(own -> {
            Author ada = own.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            return ada.name();
        }));

        assertThat(name(1)).isEqualTo(name).isEqualTo("Augusta");
    }

    private static <T> T inThreadOfItsOwn(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start())
                .join();
    }

    @Test
    void aTransactionOfAFactoryStandsApart() {
        assertThatThrownBy(() -> archive.renameApartAndFail(1, "Augusta")).isInstanceOf(IllegalStateException.class);

        assertThat(name(1)).isEqualTo("Augusta");
        assertThat(name(4)).isEqualTo("Dan");
    }

    /** Also on a thread that has a local transaction of the server's, as that of a request has. */
    @Test
    void beansTakePartInTheTransactionOfAFactory() {
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> archive.sessions().transaction(own -> {
                    archive.author(2).rename("Bertha");
                    archive.inTransaction(() -> {
                        session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                        session.flush();
                        return session;
                    });
                    seen.addAll(own.list(selectValue(a.name).where(a.id.le(2L)).orderBy(a.id.asc())));
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class);

        assertThat(seen).containsExactly("Augusta", "Bertha");
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void streamsEndWithTheirTransactions() throws Exception {
        Iterator<Author> left = archive.inTransaction(this::begun);
        refused(OrmError.STREAM_ENDED, left::next);

        List<Iterator<Author>> failed = new ArrayList<>();
        assertThatThrownBy(() -> archive.inTransaction(() -> {
                    failed.add(begun());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");
        refused(OrmError.STREAM_ENDED, failed.get(0)::next);
        assertThat(session.count(select(a))).isEqualTo(4);
    }

    /** A stream of which more is to come. */
    private Iterator<Author> begun() {
        Iterator<Author> authors =
                session.stream(select(a).orderBy(a.id.asc()), 1).iterator();
        assertThat(authors.next().name()).isEqualTo("Ada");
        return authors;
    }

    @Test
    void withoutATransactionSessionsRead() {
        Author ada = session.get(Author.class, 1L).orElseThrow();
        ada.rename("Augusta");

        assertThat(session.count(select(a))).isEqualTo(4);
        assertThat(session.list(select(a))).hasSize(4);
        assertThat(name(1)).isEqualTo("Ada");
    }

    @Test
    void withoutATransactionSessionsDoNotWrite() {
        refused(OrmError.TRANSACTION_NEEDED, () -> session.add(new Article(null, "None")));
        refused(OrmError.TRANSACTION_NEEDED, () -> session.execute(update(a).set(a.name, "None")));
        refused(OrmError.TRANSACTION_NEEDED, () -> session.stream(select(a), 10));
        refused(OrmError.TRANSACTION_NEEDED, session::flush);
    }

    @Test
    void autoflushIsTheUnitOfWorks() throws Exception {
        assertThat(archive.<Boolean>inTransaction(() -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    return session.noAutoflush(
                            () -> archive.session().exists(select(a).where(a.name.eq("Augusta"))));
                }))
                .isFalse();
        assertThat(session.exists(select(a).where(a.name.eq("Augusta")))).isTrue();
    }

    @Test
    void aManagedThreadHasATransactionOfItsOwn() throws Exception {
        archive.inTransaction(() -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            session.flush();

            Author other = inManagedThread(() -> archive.inTransaction(() -> archive.author(1)));

            assertThat(other).isNotSameAs(ada);
            assertThat(other.name()).isEqualTo("Ada");
            assertThat(session.state(other)).isEqualTo(EntityState.DETACHED);
            return ada;
        });
    }

    @Test
    void threadsThatTheServerDidNotStartAreToldSo() {
        assertThatThrownBy(() -> inThreadOfItsOwn(() -> session.count(select(a))))
                .hasCauseInstanceOf(OrmException.class)
                .hasMessageContaining("ManagedExecutorService");
    }

    @Test
    void manyThreadsWorkAtOnce() throws Exception {
        List<Future<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int worker = i;
            workers.add(archive.executor().submit(() -> work(worker)));
        }
        for (Future<Integer> worker : workers) {
            assertThat(worker.get()).isEqualTo(TRANSACTIONS);
        }
        assertThat(this.<Long>read(own -> own.count(select(art)))).isEqualTo(4 + THREADS * TRANSACTIONS);
    }

    private int work(int worker) throws Exception {
        for (int i = 0; i < TRANSACTIONS; i++) {
            String title = worker + "-" + i;
            archive.inTransaction(() -> {
                session.add(new Article(archive.author(1), title));
                assertThat(session.one(select(art).where(art.title.eq(title))).author())
                        .isSameAs(archive.author(1));
                return title;
            });
        }
        return TRANSACTIONS;
    }

    private <T> T inManagedThread(Callable<T> work) throws Exception {
        return archive.executor().submit(work).get();
    }
}
