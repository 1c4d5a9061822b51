// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a script in Liberty's place that says what Liberty says, shortened. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one for a POSIX shell")
class LibertyServerTest {
    @TempDir
    private Path installation;

    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    @Test
    void anApplicationThatStartedIsWaitedFor() throws IOException {
        try (LibertyServer server = start("""
                A CWWKF0011I: The athanor server is ready to run a smarter planet.
                A CWWKZ0001I: Application athanor started in 4.134 seconds.
                """)) {
            server.awaitApplication();
            assertThat(server.process().isAlive()).isTrue();
        }
        assertThat(output).anyMatch(line -> line.contains("CWWKZ0001I"));
    }

    @Test
    void aFailedStartIsToldWithItsFirstErrorAndLastCause() throws IOException {
        try (LibertyServer server = start("""
                W DSRA8021W: Warning: error setting 'URL'
                E CWOWB2001E: A POST_CONSTRUCT lifecycle interceptor threw an exception: java.lang.Exception: no mode
                jakarta.ejb.EJBException: See nested exception
                Caused by: dev.athanor.migrations.MigrationException: no mode
                A CWWKF0011I: The athanor server is ready to run a smarter planet.
                E CWWKZ0002E: An exception occurred while starting the application athanor.
                """)) {
            assertThatThrownBy(server::awaitApplication)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContainingAll(
                            "The application did not start.",
                            "CWOWB2001E",
                            "Caused by: dev.athanor.migrations.MigrationException: no mode",
                            "CWWKZ0002E");
        }
    }

    @Test
    void aServerThatEndsIsNotWaitedFor() throws IOException {
        try (LibertyServer server =
                start("E CWWKG0014E: The configuration parser detected an XML syntax error.\n", "exit 1")) {
            assertThatThrownBy(server::awaitApplication).hasMessageContainingAll("The server ended.", "CWWKG0014E");
        }
    }

    @Test
    void aScriptThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LibertyServer.start(installation, installation, "athanor", Map.of(), output::add))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("bin/server");
    }

    private LibertyServer start(String says) throws IOException {
        return start(says, "exec sleep 60");
    }

    private LibertyServer start(String says, String then) throws IOException {
        Path script = Files.createDirectories(installation.resolve("bin")).resolve("server");
        Files.writeString(script, "#!/bin/sh\ncat <<'END'\n" + says + "END\n" + then + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return LibertyServer.start(installation, installation, "athanor", Map.of(), output::add);
    }
}
