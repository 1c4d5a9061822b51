// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers that are processes of their own: each upgrades the schema when it starts, says what it did, and ends. */
public final class ServerProcesses {
    private ServerProcesses() {}

    /** Starts one. */
    public static Process start(TestDatabase database, String changelog) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcesses.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        changelog)
                .redirectErrorStream(true)
                .start();
    }

    /** What it said until its end. */
    public static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Is one. */
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        SchemaState state = Migrations.of(source, arguments[3])
                .telling(event -> System.out.println(event.description()))
                .upgrade();
        System.out.println(state.description());
    }
}
