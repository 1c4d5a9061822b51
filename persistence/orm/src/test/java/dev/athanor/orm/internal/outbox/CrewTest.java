// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whose turn it is, on threads that run when the test says so. */
class CrewTest {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<String> worked = new ArrayList<>();
    private final Set<String> endless = new HashSet<>();
    private boolean full;

    private final Threads threads = new Threads() {
        @Override
        public void execute(Runnable task) {
            if (full) {
                throw new RejectedExecutionException("no room");
            }
            started.add(task);
        }

        @Override
        public boolean areOpen() {
            return true;
        }

        @Override
        public void close() {}
    };

    private Crew crew(int most) {
        return new Crew(most, threads, key -> {
            worked.add(key);
            return endless.contains(key) && worked.size() < 5;
        });
    }

    private void run() {
        Objects.requireNonNull(started.poll()).run();
    }

    @Test
    void itsMembersAreNoMoreThanAreAllowed() {
        Crew crew = crew(2);
        List.of("a", "b", "c").forEach(crew::offer);
        assertThat(started).hasSize(2);
        assertThat(crew.waiting()).isEqualTo(3);

        run();
        assertThat(worked).containsExactly("a", "b", "c");
        assertThat(crew.waiting()).isZero();
        crew.offer("d");
        assertThat(started).as("the one that has ended has room for another").hasSize(2);
        run();
        run();
        assertThat(worked).containsExactly("a", "b", "c", "d");
        assertThat(crew.awaitEnd(0)).isTrue();
    }

    @Test
    void aKeyIsDeliveredByOneAtATime() {
        CompletableFuture<Crew> own = new CompletableFuture<>();
        Crew crew = new Crew(2, threads, key -> {
            if (worked.isEmpty()) {
                worked.add(key);
                own.join().offer("a");
                assertThat(started).as("there is nothing to do for another").isEmpty();
                own.join().offer("b");
                run();
                assertThat(worked).as("the other leaves it alone").containsExactly("a", "b");
            } else {
                worked.add(key);
            }
            return false;
        });
        own.complete(crew);
        crew.offer("a");
        run();

        assertThat(worked).containsExactly("a", "b", "a");
        assertThat(crew.awaitEnd(0)).isTrue();
    }

    @Test
    void keysThatHaveMoreLetOthersGoFirst() {
        endless.add("a");
        Crew crew = crew(1);
        crew.offer("a");
        crew.offer("b");
        run();

        assertThat(worked).containsExactly("a", "b", "a", "a", "a");
    }

    @Test
    void aKeyThatFoundNoRoomWaitsForTheNextThatIsOffered() {
        Crew crew = crew(1);
        full = true;
        crew.offer("a");
        assertThat(crew.waiting()).isEqualTo(1);
        full = false;
        crew.offer("b");
        run();

        assertThat(worked).containsExactly("a", "b");
    }

    @Test
    void whatIsClosedBeginsNothing() {
        Crew crew = crew(2);
        crew.offer("a");
        crew.close();
        crew.offer("b");
        assertThat(started).hasSize(1);
        assertThat(crew.waiting()).isZero();
        run();

        assertThat(worked).isEmpty();
        assertThat(crew.awaitEnd(0)).isTrue();
    }

    @Test
    void whatIsClosedDoesNotGoOnWithWhatHasMore() {
        CompletableFuture<Crew> own = new CompletableFuture<>();
        own.complete(new Crew(1, threads, key -> {
            worked.add(key);
            own.join().close();
            return true;
        }));
        own.join().offer("a");
        run();

        assertThat(worked).containsExactly("a");
    }

    @Test
    void theEndOfItsMembersIsWaitedForButNoLonger() throws Exception {
        Crew crew = crew(1);
        crew.offer("a");
        assertThat(crew.awaitEnd(10)).isFalse();

        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> {
            waiting.countDown();
            return crew.awaitEnd(60_000);
        });
        waiting.await();
        run();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Crew crew = crew(1);
        crew.offer("a");
        Thread.currentThread().interrupt();

        assertThat(crew.awaitEnd(60_000)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
