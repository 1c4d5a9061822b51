// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending processes. */
final class Processes {
    private Processes() {}

    /** Asks a process to end, and ends it if it has not after a while. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            kill(process, patience);
        }
    }

    /** Ends a process without asking. */
    static void kill(ProcessHandle process, Duration patience) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!endsWithin(process, patience)) {
            throw new StartFailure("Process " + process.pid() + " cannot be ended.");
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
