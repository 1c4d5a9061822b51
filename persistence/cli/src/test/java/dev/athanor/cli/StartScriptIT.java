// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top of the project runs what is packaged. */
@PostgresTest
class StartScriptIT {
    private static final Path PROJECT = Path.of(Objects.requireNonNull(
            System.getProperty("athanor.project"), "athanor.project is not set; run the tests by Maven"));

    @TempDir
    private Path temporary;

    @Test
    void thePackagedCommandLineWorks(TestDatabase database) throws IOException, InterruptedException {
        Workplace workplace = new Workplace(temporary, database);
        workplace.entities(Map.of(
                "Author",
                "@Id long id; String name;" + " @dev.athanor.annotations.Json java.util.Map<String, String> facts;"));

        assertThat(run(0, "--version")).startsWith("athanor 0.");
        run(0, "init");
        run(0, "revision", "-m", "Authors", "--autogenerate");
        assertThat(run(0, "upgrade")).contains("Authors");
        assertThat(run(0, "check")).contains("all is well");
        assertThat(run(6, "upgrade", "nowhere")).contains("REVISION_UNKNOWN");
    }

    @Test
    void saysHowItIsBuilt() throws IOException, InterruptedException {
        Path script = temporary.resolve("athanor");
        Files.copy(PROJECT.resolve("athanor"), script);
        assertThat(run(2, "sh", List.of(script.toString()))).contains("mvn package");
    }

    private String run(int code, String... arguments) throws IOException, InterruptedException {
        return run(code, PROJECT.resolve("athanor").toString(), List.of(arguments));
    }

    private String run(int code, String command, List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(arguments);
        Process process = new ProcessBuilder(all)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }
}
