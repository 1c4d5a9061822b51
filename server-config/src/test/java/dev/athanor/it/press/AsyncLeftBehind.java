// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.SessionTest;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Leaves something at work, for the end of the application. */
class AsyncLeftBehind extends SessionTest {
    private final AsyncSessions async =
            CDI.current().select(Couriers.class).get().async();

    @Test
    void isAtWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<?> unused = async.read(session -> {
            begun.countDown();
            return session.list(selectValue(func("pg_sleep", SqlTypes.TEXT, 500.0)));
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
