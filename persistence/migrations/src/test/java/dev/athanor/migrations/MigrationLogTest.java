// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // what others migrate is in the same log
class MigrationLogTest {
    private static final Logger LOG = Logger.getLogger("dev.athanor.migrations");

    private final List<String> lines = new ArrayList<>();
    private final @Nullable Level level = LOG.getLevel();
    private final Handler handler = new Lines();
    private final Watch watch = new Watch();
    private final MigrationLog log = new MigrationLog(Duration.ofSeconds(10), watch);

    @BeforeEach
    void listen() {
        LOG.setLevel(Level.INFO);
        LOG.setUseParentHandlers(false);
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
        LOG.setLevel(level);
    }

    @Test
    void eachChangeSetIsTold() {
        log.accept(new MigrationEvent.Started("a::1::ada", 1, 2));
        log.accept(new MigrationEvent.Finished("a::1::ada", Duration.ofMillis(7)));
        log.accept(new MigrationEvent.Started("a::2::ada", 2, 2));
        log.accept(new MigrationEvent.Failed("a::2::ada", "no such table"));

        assertThat(lines)
                .containsExactly(
                        "INFO applying change set 1 of 2, a::1::ada",
                        "INFO applied change set a::1::ada in 7 ms",
                        "INFO applying change set 2 of 2, a::2::ada",
                        "SEVERE change set a::2::ada failed: no such table");
    }

    @Test
    void whatTakesLongIsToldNowAndThen() {
        for (int second = 0; second < 25; second++) {
            log.accept(new MigrationEvent.Progressed("a::1::ada", second * 1000L, OptionalLong.of(50_000)));
            watch.now = watch.now.plusSeconds(1);
        }

        assertThat(lines)
                .containsExactly(
                        "INFO a::1::ada: 0 of about 50000 rows done",
                        "INFO a::1::ada: 10000 of about 50000 rows done",
                        "INFO a::1::ada: 20000 of about 50000 rows done");
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Goes when the test says so. */
    private static final class Watch extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
