// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts, run by PostgreSQL's own {@code psql}, where there is one. */
class PsqlTest extends RevisionTests {
    private static final int STOPPED_BY_AN_ERROR = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @BeforeEach
    void needsPsql() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql"))),
                "there is no psql");
    }

    @Test
    void psqlRunsWhatIsWritten() throws Exception {
        Revision first = revisions.table("a");
        Revision second = revisions.directory().add("It's \\two", List.of(first), changeSet("""
                create function greeting() returns text language plpgsql as $$
                begin
                  return 'a; \\b'; -- the end;
                end $$;
                create table b (id int, "odd ; name" text default 'it''s \\ "so"')"""));

        assertThat(psql(offline.upgrade("base", "head"))).isZero();
        assertThat(revisions.tables()).containsExactly("a", "b");
        assertThat(revised.state().heads()).containsExactly(second);
        assertThat(revised.state().isCurrent()).isTrue();

        assertThat(psql(revised.downgradeScript("-1"))).isZero();
        assertThat(revisions.tables()).containsExactly("a");
        assertThat(psql(offline.stamp("head"))).isZero();
        assertThat(revised.state().isCurrent()).isTrue();
    }

    @Test
    void aFailureStopsItAndLeavesNothingOfItsChangeSet() throws Exception {
        Revision first = revisions.table("a");
        Revision second = revisions
                .directory()
                .add("Two", List.of(first), changeSet("create table b (id int);\ncreate table b (id int)"));

        assertThat(psql(offline.upgrade("base", "head"))).isEqualTo(STOPPED_BY_AN_ERROR);

        assertThat(revisions.tables()).containsExactly("a");
        assertThat(revised.state().pending()).containsExactly(second);
    }

    @Test
    void whileSomebodyElseMigratesItDoesNothing() throws Exception {
        revisions.table("a");
        try (Connection other = migrating()) {
            assertThat(other.isClosed()).isFalse();
            assertThat(psql(offline.upgrade("base", "head"))).isEqualTo(STOPPED_BY_AN_ERROR);
        }
        assertThat(revisions.tables()).isEmpty();
        assertThat(said()).contains("somebody else is migrating this database");
    }

    private static String changeSet(String sql) {
        return """
                databaseChangeLog:
                  - changeSet:
                      id: only
                      author: ada
                      changes:
                        - sql:
                            splitStatements: false
                            sql: |-
                %s
                      rollback:
                        - sql: {sql: drop table b; drop function greeting}
                """.formatted(sql.indent(14).stripTrailing());
    }

    /** What it ends with. */
    private int psql(String script) throws IOException, InterruptedException, SQLException {
        Path file = Files.writeString(temporary.resolve("script.sql"), script);
        URI address = URI.create(database.url().substring("jdbc:".length()).replaceAll("[?].*", ""));
        ProcessBuilder builder = new ProcessBuilder(
                        "psql",
                        "--no-psqlrc",
                        "--no-password",
                        "--quiet",
                        "--host=" + address.getHost(),
                        "--port=" + address.getPort(),
                        "--username=" + database.user(),
                        "--dbname=" + database.name(),
                        "--file=" + file)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("said").toFile());
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("psql ends")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said() throws IOException {
        return Files.readString(temporary.resolve("said"), StandardCharsets.UTF_8);
    }
}
