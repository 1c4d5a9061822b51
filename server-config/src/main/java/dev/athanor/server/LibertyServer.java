// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Open Liberty as a child process, with its output passed on line by line. */
public final class LibertyServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    /** What says that the application runs; the server's own "ready" comes also where it failed. */
    private static final String APPLICATION_STARTED = "CWWKZ0001I";

    private static final String SERVER_STARTED = "CWWKF0011I";

    /** The application was not found or failed to start, a feature is missing, the port is taken. */
    private static final Pattern FAILED = Pattern.compile(
            "CWWKZ000[2-6]E|CWWKZ0012[EI]|CWWKZ0013E|CWWKZ0014W|CWWKZ0059E|CWWKF0001E|CWWKF0042E|CWWKO0221E|CWWKE0\\d{3}E");

    /** A message of a server's that tells of an error. */
    private static final Pattern ERROR = Pattern.compile("\\b[A-Z]{4,5}\\d{4}E: .*");

    private final Process process;
    private Optional<String> firstError = Optional.empty();
    private Optional<String> lastCause = Optional.empty();
    private final CompletableFuture<Optional<String>> started = new CompletableFuture<>();
    private final CompletableFuture<Optional<String>> serverStarted = new CompletableFuture<>();

    private LibertyServer(Process process) {
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @param installation the folder {@code wlp}
     * @param user the folder that has {@code servers} in it
     * @param environment what is set beyond the environment of this process
     * @param output gets every line
     */
    public static LibertyServer start(
            Path installation, Path user, String name, Map<String, String> environment, Consumer<String> output) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = installation.resolve("bin").resolve(windows ? "server.bat" : "server");
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "run", name).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", user.toAbsolutePath().toString());
        builder.environment().putAll(environment);
        try {
            LibertyServer server = new LibertyServer(builder.start());
            Thread reader = new Thread(() -> server.read(output), "liberty-output");
            reader.setDaemon(true);
            reader.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure("Open Liberty could not be started by " + script + ": " + e.getMessage(), e);
        }
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                output.accept(line);
                remember(line);
                if (line.contains(APPLICATION_STARTED)) {
                    started.complete(Optional.empty());
                } else if (line.contains(SERVER_STARTED)) {
                    serverStarted.complete(Optional.empty());
                } else if (FAILED.matcher(line).find()) {
                    started.complete(Optional.of(reason(line)));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            output.accept("(the server's output broke off: " + e.getMessage() + ")");
        }
        Optional<String> ended = Optional.of(reason("The server ended."));
        started.complete(ended);
        serverStarted.complete(ended);
    }

    private void remember(String line) {
        if (line.startsWith("Caused by: ")) {
            lastCause = Optional.of(line);
        }
        Matcher error = ERROR.matcher(line);
        if (firstError.isEmpty() && error.find()) {
            firstError = Optional.of(error.group());
        }
    }

    /** The first error mostly is the reason for the others, and so is the last cause in a trace. */
    private String reason(String line) {
        return Stream.of(Optional.of("The application did not start."), firstError, lastCause, Optional.of(line))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /** Waits until the application has started; fails with the server's reason if it does not. */
    public void awaitApplication() {
        await(started);
    }

    /** Waits until the server has started, whatever becomes of applications. */
    public void awaitServer() {
        await(serverStarted);
    }

    private static void await(CompletableFuture<Optional<String>> started) {
        Optional<String> failure;
        try {
            failure = started.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            failure = Optional.of("The application did not start within " + START.toMinutes() + " minutes.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Optional.of("Interrupted while the application started.");
        }
        failure.ifPresent(reason -> {
            throw new StartFailure(reason);
        });
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits for the server to end, and returns its exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops the server; requests under way are finished. */
    @Override
    public void close() {
        Processes.stop(process.toHandle(), STOP);
    }
}
