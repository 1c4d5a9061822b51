// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClientPositionTest {
    private final ClientPosition client = new ClientPosition();
    private final AtomicInteger asked = new AtomicInteger();

    private WritePosition next() {
        return WritePosition.of("0/" + asked.incrementAndGet());
    }

    @Test
    void itIsAskedForOnceAfterEachWrite() {
        assertThat(client.last()).isEmpty();
        client.wrote(this::next);
        assertThat(client.last()).hasValue(WritePosition.of("0/1"));
        assertThat(client.last()).hasValue(WritePosition.of("0/1"));
        client.wrote(this::next);
        assertThat(client.last()).hasValue(WritePosition.of("0/2"));
        assertThat(asked).hasValue(2);
    }

    /** Who asks may wait for a connection, and who commits has one. */
    @Test
    void othersCommitWhileItIsAskedForAndThatIsAskedForAgain() {
        Supplier<WritePosition> slow = () -> {
            if (asked.get() == 0) {
                CompletableFuture.runAsync(() -> client.wrote(this::next))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
            }
            return next();
        };
        client.wrote(slow);

        assertThat(client.last()).hasValue(WritePosition.of("0/1"));
        assertThat(client.last()).hasValue(WritePosition.of("0/2"));
        assertThat(client.last()).hasValue(WritePosition.of("0/2"));
    }
}
