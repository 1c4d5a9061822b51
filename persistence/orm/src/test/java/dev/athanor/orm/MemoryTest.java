// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In JVMs of their own, with little memory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@InJavaSe
class MemoryTest extends SessionTest {
    private static String output(TestDatabase database, String heap, MillionRows.Does what)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        MillionRows.class.getName(),
                        what.name(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void aMillionRowsAreInsertedAndStreamed(TestDatabase database) throws Exception {
        execute("alter table article drop constraint article_author_id_fkey");
        assertThat(output(database, "128m", MillionRows.Does.INSERT_ENTITIES)).isEqualTo("1000000 rows\n");
        assertThat(output(database, "128m", MillionRows.Does.INSERT_ROWS)).isEqualTo("1000000 rows\n");
        assertThat(output(database, "64m", MillionRows.Does.STREAM_ENTITIES)).isEqualTo("1000004 rows\n");
        assertThat(output(database, "64m", MillionRows.Does.STREAM_PARTITIONS)).isEqualTo("1000004 rows\n");
    }
}
