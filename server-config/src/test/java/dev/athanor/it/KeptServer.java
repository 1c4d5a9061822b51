// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import dev.athanor.server.InstanceLock;
import dev.athanor.server.LibertyServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code mvn -Pkept-server}: a server for tests that stays in the foreground. Runs with {@code -Dkept} deploy into it
 * instead of starting one of their own.
 */
public final class KeptServer {
    private static final String HTTP_PORT = "http.port";
    private static final String DATABASE_PORT = "database.port";

    private KeptServer() {}

    /** Whether this run of the tests is to use one. */
    static boolean isWanted() {
        return Boolean.getBoolean("athanor.it.kept");
    }

    /** The one that runs. */
    static TestServer find() {
        Optional<InstanceLock> nobodys = InstanceLock.take(folder());
        if (nobodys.isPresent()) {
            nobodys.get().release();
            throw new IllegalStateException("no kept server is running; start one with: mvn -Pkept-server");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file())) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the kept server has not started yet", e);
        }
        return TestServer.running(
                folder(),
                Integer.parseInt(properties.getProperty(HTTP_PORT)),
                Integer.parseInt(properties.getProperty(DATABASE_PORT)));
    }

    /** Starts one, and ends with it. */
    public static void main(String[] arguments) throws Exception {
        InstanceLock lock = InstanceLock.take(folder())
                .orElseThrow(() -> new IllegalStateException("a kept server of this checkout is running already"));
        Files.deleteIfExists(file());
        TestServer server = TestServer.make(folder());
        try (LibertyServer liberty = LibertyServer.start(
                Path.of(TestServer.property("installation")),
                server.user(),
                server.name(),
                Map.of(),
                line -> System.out.println(line))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(liberty, server), "stop"));
            liberty.awaitServer();
            Properties properties = new Properties();
            properties.setProperty(HTTP_PORT, String.valueOf(server.httpPort()));
            properties.setProperty(DATABASE_PORT, String.valueOf(server.databasePort()));
            try (Writer writer = Files.newBufferedWriter(file())) {
                properties.store(writer, null);
            }
            System.out.println("The server is kept for tests with -Dkept until Ctrl-C stops it.");
            liberty.await();
        }
        lock.release();
    }

    private static synchronized void stop(LibertyServer liberty, TestServer server) {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            liberty.close();
            server.close();
        }
    }

    private static Path folder() {
        return Path.of(TestServer.property("folder") + "-kept");
    }

    private static Path file() {
        return folder().resolve("kept.properties");
    }
}
