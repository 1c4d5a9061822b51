// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Purse;
import dev.athanor.orm.press.QPurse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many move what few purses hold, at the same time: nothing is lost, and nothing is done that is not told. */
class TransferTest extends SessionTest {
    private static final int PURSES = 6;
    private static final int FILLED = 1_000;
    private static final int THREADS = 16;
    private static final int TRANSFERS = 12;

    private final QPurse p = QPurse.as("p");
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicIntegerArray expected = new AtomicIntegerArray(PURSES);

    @BeforeEach
    void fillPurses() {
        sessions.transaction(session -> {
            for (int i = 0; i < PURSES; i++) {
                session.add(new Purse(i, FILLED));
                expected.set(i, FILLED);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void everyTransferIsDoneOrTold(int most) throws Exception {
        // region transfers
        SessionFactory transfers = sessions.with(TransactionSettings.serializable())
                .retrying(Attempts.of(most).waiting(Duration.ofMillis(5), Duration.ofMillis(200)));
        // endregion
        List<Boolean> done = inThreads(number -> work(transfers, new Random(number)));

        assertThat(done).hasSize(THREADS * TRANSFERS).contains(true);
        assertThat(attempts).as("there were conflicts").hasValueGreaterThan(done.size());
        List<Purse> purses = read(session -> session.list(select(p).orderBy(p.id.asc())));
        assertThat(purses.stream().mapToInt(Purse::amount).sum()).isEqualTo(PURSES * FILLED);
        for (int i = 0; i < PURSES; i++) {
            assertThat(purses.get(i).amount()).as("purse %s", i).isEqualTo(expected.get(i));
        }
    }

    /** Whether each was done; one that is not is told. */
    private List<Boolean> work(SessionFactory transfers, Random random) {
        List<Boolean> done = new ArrayList<>();
        for (int i = 0; i < TRANSFERS; i++) {
            int from = random.nextInt(PURSES);
            int to = (from + 1 + random.nextInt(PURSES - 1)) % PURSES;
            done.add(isTransferred(transfers, from, to, 1 + random.nextInt(100)));
        }
        return done;
    }

    private boolean isTransferred(SessionFactory transfers, int from, int to, int amount) {
        try {
            transfers.transaction(session -> transfer(session, from, to, amount));
        } catch (OrmException e) {
            assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP);
            return false;
        }
        expected.addAndGet(from, -amount);
        expected.addAndGet(to, amount);
        return true;
    }

    private void transfer(Session session, long from, long to, int amount) {
        attempts.incrementAndGet();
        session.get(Purse.class, from).orElseThrow().take(amount);
        session.get(Purse.class, to).orElseThrow().put(amount);
    }

    private interface Worker {
        List<Boolean> work(int number);
    }

    private static List<Boolean> inThreads(Worker worker) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Boolean>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return worker.work(number);
                });
            }
            List<Boolean> all = new ArrayList<>();
            for (Future<List<Boolean>> one : threads.invokeAll(tasks)) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
