// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process written down in a file, so that it can be found again when the one who started it was killed. The time of
 * its start tells it from another process that got its number later.
 */
final class RecordedProcess {
    private RecordedProcess() {}

    static void write(Path file, ProcessHandle process) {
        try {
            Files.write(file, List.of(String.valueOf(process.pid()), startOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The process of the file, if it still runs. */
    static Optional<ProcessHandle> find(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
