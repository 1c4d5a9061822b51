// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command runs: what it reads besides its arguments, and writes to. Thread-safe as far as its parts are.
 *
 * <pre>{@code
 * StringWriter text = new StringWriter();
 * PrintWriter out = new PrintWriter(text);
 * int exitCode = Athanor.run(
 *         new String[] {"history"}, Surroundings.of(Path.of("project"), Map.of(), out, out));
 * }</pre>
 *
 * @param folder what paths are relative to
 * @param environment the variables
 * @param out for what a command finds
 * @param error for what goes wrong, and for how far it is
 * @param terminal whether somebody is looking: colours, bars and questions are for them
 * @param answers what asks a question whose answer is not shown, if somebody is there to answer
 */
public record Surroundings(
        Path folder,
        Map<String, String> environment,
        PrintWriter out,
        PrintWriter error,
        boolean terminal,
        Function<String, Optional<String>> answers) {
    /** Has them all. */
    public Surroundings {
        Objects.requireNonNull(folder, "folder");
        environment = Map.copyOf(environment);
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(answers, "answers");
    }

    /** Where nobody is looking. */
    public static Surroundings of(
            Path folder, Map<String, String> environment, PrintWriter out, PrintWriter error) {
        return new Surroundings(folder, environment, out, error, false, question -> Optional.empty());
    }

    /** Those of this process. The start script says whether there is a terminal. */
    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("athanor.terminal"),
                Surroundings::ask);
    }

    private static Optional<String> ask(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .map(String::new);
    }
}
