// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 * @param answers who is asked
 */
public record Surroundings(
        Path folder,
        Map<String, String> environment,
        PrintWriter out,
        PrintWriter error,
        boolean terminal,
        Answers answers) {
    /** Has them all. */
    public Surroundings {
        Objects.requireNonNull(folder, "folder");
        environment = Map.copyOf(environment);
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(answers, "answers");
    }

    /** Where nobody is looking. */
    public static Surroundings of(Path folder, Map<String, String> environment, PrintWriter out, PrintWriter error) {
        return new Surroundings(folder, environment, out, error, false, Answers.NOBODY);
    }

    /** Those of this process. The start script says whether there is a terminal. */
    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("athanor.terminal"),
                new Console());
    }

    /** Somebody who may be there to answer. */
    public interface Answers {
        /** Nobody is. */
        Answers NOBODY = new Answers() {
            @Override
            public Optional<String> secret(String question) {
                return Optional.empty();
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.empty();
            }
        };

        /** What others may not see while it is typed. */
        Optional<String> secret(String question);

        /** A line. */
        Optional<String> line(String question);
    }

    /** Who started this process. */
    private static final class Console implements Answers {
        @Override
        public Optional<String> secret(String question) {
            return Optional.ofNullable(System.console())
                    .map(console -> console.readPassword("%s", question))
                    .map(String::new);
        }

        @Override
        public Optional<String> line(String question) {
            return Optional.ofNullable(System.console()).map(console -> console.readLine("%s", question));
        }
    }
}
