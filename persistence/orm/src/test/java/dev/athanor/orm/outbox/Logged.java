// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What outboxes write to the log from now on. */
final class Logged implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.athanor.orm.outbox");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getMessage() + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Logged() {
        LOG.addHandler(handler);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        LOG.removeHandler(handler);
    }
}
