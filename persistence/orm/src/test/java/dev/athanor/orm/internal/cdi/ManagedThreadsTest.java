// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Pretended;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's executor says of itself. */
class ManagedThreadsTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private ManagedThreads refusing(RuntimeException answer) {
        return new ManagedThreads(Pretended.of(ExecutorService.class, executor)
                .where("execute", really -> {
                    throw answer;
                })
                .made());
    }

    @Test
    void theyAreOpenWhileTheyTakeTasks() {
        ManagedThreads threads = new ManagedThreads(executor);
        assertThat(threads.areOpen()).isTrue();
        executor.shutdown();
        assertThat(threads.areOpen()).isFalse();
    }

    /** Jakarta Concurrency has one for an executor that rejects, and one for an application that was stopped. */
    @ParameterizedTest
    @ValueSource(classes = {RejectedExecutionException.class, IllegalStateException.class})
    void theyAreClosedOnceTheApplicationHasStopped(Class<? extends RuntimeException> answer) throws Exception {
        RuntimeException stopped = answer.getConstructor(String.class).newInstance("the application has stopped");
        assertThat(refusing(stopped).areOpen()).isFalse();
    }

    @Test
    void anyOtherFailureIsNotTheirEnd() {
        RuntimeException failure = new UnsupportedOperationException("at this moment");
        assertThatThrownBy(() -> refusing(failure).areOpen()).isSameAs(failure);
    }
}
