// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A log that keeps what it is told. */
final class CollectedLog implements System.Logger {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public String getName() {
        return "collected";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.compareTo(Level.DEBUG) >= 0;
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        lines.add(level + " " + message);
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object @Nullable ... parameters) {
        lines.add(level + " " + format);
    }
}
