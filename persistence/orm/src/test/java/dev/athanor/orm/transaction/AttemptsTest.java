// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is tried again, how often, and after which time. */
class AttemptsTest {
    private static final Attempts QUICK = Attempts.of(3).waiting(Duration.ZERO, Duration.ZERO);

    private int made;

    private static RuntimeException conflict() {
        return new IllegalStateException("wrapped", new SQLException("could not serialize access", "40001"));
    }

    private <X extends Exception> Attempt<Integer, X> failing(int times, X failure) {
        return () -> {
            made++;
            if (made <= times) {
                throw failure;
            }
            return made;
        };
    }

    @Test
    void aConflictIsTriedAgain() {
        assertThat(QUICK.run(failing(2, conflict()))).isEqualTo(3);
    }

    @Test
    void aConflictThatTheProviderTellsIsAReasonToo() {
        RuntimeException told = new IllegalStateException(new OptimisticLockException("changed meanwhile"));

        assertThat(Attempts.of(2).on(RetryReason.OPTIMISTIC_CONFLICT).isReason(told))
                .isTrue();
        assertThat(Attempts.of(2).isReason(told)).isFalse();
    }

    @Test
    void afterTheLastItIsToldHowManyThereWere() {
        List<RuntimeException> failures = List.of(conflict(), conflict(), conflict());
        assertThatThrownBy(() -> QUICK.run(() -> {
                    throw failures.get(made++);
                }))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP))
                .hasMessageContaining("given up after 3 attempts")
                .hasCause(failures.get(2))
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(failures.get(0), failures.get(1)));
        assertThat(made).isEqualTo(3);
    }

    @Test
    void anotherFailureIsThrownAtOnce() {
        IOException failure = new IOException("not the database");
        assertThatThrownBy(() -> QUICK.run(failing(1, failure))).isSameAs(failure);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void errorsAreThrownAtOnce() {
        assertThatThrownBy(() -> QUICK.run(() -> {
                    made++;
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void oneAttemptThrowsWhatFailed() {
        RuntimeException failure = conflict();
        assertThatThrownBy(() -> Attempts.once().run(failing(1, failure))).isSameAs(failure);
    }

    @Test
    void whatWasGivenUpIsNotTriedAgain() {
        Attempts inner = QUICK;
        assertThatThrownBy(() -> QUICK.run(() -> inner.run(failing(100, conflict()))))
                .isInstanceOf(OrmException.class);
        assertThat(made).isEqualTo(3);
    }

    @Test
    void aBatchTellsItsReasonLater() {
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(new SQLException("deadlock detected", "40P01"));
        assertThat(Attempts.of(2).isReason(batch)).isTrue();
        assertThat(Attempts.of(2).on(RetryReason.SERIALIZATION_FAILURE).isReason(batch))
                .isFalse();
    }

    @Test
    void conflictsOfVersionsAreAReasonWhereTheyAreNamed() {
        OrmException conflict = new OrmException(OrmError.OPTIMISTIC_CONFLICT, "changed");
        assertThat(Attempts.of(2).isReason(conflict)).isFalse();
        assertThat(Attempts.of(2).on(RetryReason.OPTIMISTIC_CONFLICT).isReason(conflict))
                .isTrue();
    }

    @Test
    void causesThatGoInACircleHaveAnEnd() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(Attempts.of(2).isReason(first)).isFalse();
    }

    @Test
    void waitsAreRandomAndGrowUpToTheLongest() {
        Attempts attempts = Attempts.of(9).waiting(Duration.ofMillis(10), Duration.ofMillis(50));
        assertThat(waits(attempts, 1)).allMatch(wait -> wait.compareTo(Duration.ofMillis(10)) <= 0);
        assertThat(waits(attempts, 2))
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(20)) <= 0)
                .anyMatch(wait -> wait.compareTo(Duration.ofMillis(10)) > 0);
        assertThat(waits(attempts, 60))
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(50)) <= 0)
                .anyMatch(wait -> wait.compareTo(Duration.ofMillis(40)) > 0);
        assertThat(waits(attempts, 60)).doesNotHaveDuplicates();
    }

    private static List<Duration> waits(Attempts attempts, int number) {
        Random random = new Random(7);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            waits.add(attempts.wait(number, random));
        }
        return waits;
    }

    @Test
    void anInterruptedThreadTriesNothingAgain() {
        Attempts patient = Attempts.of(3).waiting(Duration.ofHours(1), Duration.ofHours(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> patient.run(failing(3, conflict())))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RETRY_GIVEN_UP))
                .hasMessageContaining("1 of 3 attempts")
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(made).isEqualTo(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Attempts.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QUICK.waiting(Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QUICK.waiting(Duration.ofMillis(2), Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
