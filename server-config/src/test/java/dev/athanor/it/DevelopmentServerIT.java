// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.server.DevelopmentServer;
import dev.athanor.server.Ports;
import dev.athanor.server.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The launcher in a process of its own, as Maven's is for those who start it. */
@Execution(ExecutionMode.CONCURRENT)
class DevelopmentServerIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final int httpPort = Ports.free();
    private final int databasePort = Ports.free();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "ATHANOR_HTTP_PORT", String.valueOf(httpPort),
            "ATHANOR_HTTPS_PORT", String.valueOf(Ports.free()),
            "ATHANOR_DEVELOPMENT_DB_PORT", String.valueOf(databasePort)));

    @BeforeEach
    void makesServerAsTheBuildDoes() throws IOException {
        Path server = folder.resolve("development/servers/athanor");
        copy(Path.of(TestServer.property("server")), server);
        copy(Path.of(TestServer.property("sources"), "main/liberty/development"), server);
    }

    @AfterEach
    void leavesNoProcess() {
        assertThat(Ports.isFree(httpPort)).isTrue();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    @Test
    void whatWasCommittedSurvivesAKillAndAStopWhileStartingLeavesNothingBehind() throws Exception {
        Launch killed = new Launch();
        killed.await("Ctrl-C stops it.");
        assertThat(killed.output()).contains("Athanor is ready.", "http://localhost:" + httpPort + "/api");
        Http http = new Http(URI.create("http://localhost:" + httpPort));
        assertThat(http.register("survivor").statusCode()).isEqualTo(201);
        killed.process.destroyForcibly().waitFor();

        Launch next = new Launch();
        next.await("CWWKE0001I");
        assertThat(next.output()).contains("Stopping the server that an earlier start left behind.");
        assertThat(usernames()).containsExactly("survivor");
        next.process.destroy();
        assertThat(next.process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(next.output()).contains("Stopped.");
    }

    private List<String> usernames() throws SQLException {
        String password = Secrets.in(folder.resolve("secrets.properties")).get("db.password");
        String url = "jdbc:postgresql://localhost:" + databasePort + "/athanor";
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "athanor", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select username from identity.users")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(httpPort, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Launch().failure())
                    .contains("Port " + other.getLocalPort() + " is taken", "ATHANOR_HTTP_PORT=");
        }
    }

    @Test
    void aSecondStartIsRefused() throws Exception {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(new Launch().failure()).contains("running already");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNamed() throws Exception {
        String url = "jdbc:postgresql://localhost:" + Ports.free() + "/nothing";
        environment.put("ATHANOR_DB_URL", url);
        assertThat(new Launch().failure()).contains("ATHANOR_DB_USER must be set");

        environment.put("ATHANOR_DB_USER", "nobody");
        environment.put("ATHANOR_DB_PASSWORD", "secret-of-nobody");
        assertThat(new Launch().failure()).contains(url, "\"nobody\"").doesNotContain("secret-of-nobody");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().contains("workarea")) {
                    Files.deleteIfExists(target);
                    Files.copy(file, target);
                }
            }
        }
    }

    /** One start of the launcher, which writes into a file. */
    private final class Launch {
        private final Path log;
        private final Process process;

        Launch() throws IOException {
            log = Files.createTempFile(folder, "launch", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DevelopmentServer.class.getName(),
                            folder.toString(),
                            TestServer.property("installation"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ATHANOR_"));
            builder.environment().putAll(environment);
            process = builder.start();
        }

        /** Waits until it has said something. */
        void await(String text) throws Exception {
            Instant deadline = Instant.now().plus(SOON);
            boolean ended = false;
            while (!ended && !output().contains(text) && Instant.now().isBefore(deadline)) {
                ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            }
            assertThat(output()).contains(text);
        }

        /** What it says when it gives up by itself. */
        String failure() throws Exception {
            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isOne();
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines);
        }

        String output() throws IOException {
            return Files.readString(log);
        }
    }
}
