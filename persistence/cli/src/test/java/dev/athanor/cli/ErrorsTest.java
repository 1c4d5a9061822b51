// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong ends with the exit code of its kind, and says what to do. */
@PostgresTest
class ErrorsTest {
    @TempDir
    private Path temporary;

    private Workplace workplace;

    @BeforeEach
    void start(TestDatabase database) throws IOException {
        workplace = new Workplace(temporary, database);
        workplace.done("init");
        workplace.done("revision", "-m", "First");
    }

    private void ends(int code, String words, String... arguments) {
        Workplace.Result result = workplace.run(arguments);
        assertThat(result.error()).contains(words).doesNotContain("\tat ");
        assertThat(result.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jump",
                "upgrade --fast",
                "upgrade base:head",
                "downgrade",
                "downgrade --sqll",
                "revision",
                "revision -m x --autogenerate --baseline",
                "diff --from jdbc:postgresql:x",
                "current --wait soon",
                "current --url postgres://localhost/x",
                "current --config nowhere.properties",
                "current --class-path nowhere.jar",
                "current --class-path classes/*.jar"
            })
    void wrongUsageIsToldFromFailures(String arguments) {
        Workplace.Result result = workplace.run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(result.error()).contains("error: ").doesNotContain("\tat ");
    }

    @Test
    void settingsThatAreNoneAreSaid() throws IOException {
        workplace.write("athanor.properties", "urll = x\n");
        ends(ExitCode.USAGE, "urll, which is no setting", "heads");
        workplace.write("athanor.properties", "");
        ends(ExitCode.USAGE, "nothing says where the revisions are", "heads");
        ends(ExitCode.USAGE, "nothing says which database", "current", "-d", "db");
        ends(
                ExitCode.USAGE,
                "nothing says which entities",
                "diff",
                "--url",
                workplace.database().url(),
                "--user",
                workplace.database().user());
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        ends(ExitCode.UNREACHABLE, "DATABASE_UNREACHABLE", "upgrade", "--url", "jdbc:postgresql://localhost:1/none");
        ends(ExitCode.UNREACHABLE, "DATABASE_UNREACHABLE", "diff", "--url", "jdbc:postgresql://localhost:1/none");
    }

    @Test
    void passwordsAreNotShown() throws IOException {
        String secret = "s3cret";
        for (String url : new String[] {
            "jdbc:postgresql://localhost:1/none?user=a&password=" + secret, "postgres://a:" + secret + "@localhost/none"
        }) {
            Workplace.Result result = workplace.run("current", "--verbose", "--url", url);
            assertThat(result.code()).isNotEqualTo(ExitCode.OK);
            assertThat(result.out() + result.error()).doesNotContain(secret);
        }
    }

    @Test
    void whatSomebodyElseLocksIsSaid() throws SQLException {
        try (Connection other = workplace.database().dataSource().getConnection();
                Statement statement = other.createStatement();
                ResultSet held = statement.executeQuery("select pg_advisory_lock(" + 0x617468616e6f72L + ")")) {
            assertThat(held.next()).isTrue();
            ends(ExitCode.LOCKED, "MIGRATION_LOCKED", "upgrade", "--wait", "0");
        }
    }

    @Test
    void aMigrationThatFailsIsSaid() throws IOException {
        Path file = workplace.revisions().get(0);
        Files.writeString(
                file, Files.readString(file).replaceFirst("- empty: \\{}", "- sql: {sql: drop table missing}"));
        ends(ExitCode.FAILED, "\"missing\" does not exist", "upgrade");
        Workplace.Result verbose = workplace.run("upgrade", "--verbose");
        assertThat(verbose.error()).contains("\tat ", "Caused by: ");
    }

    @Test
    void aDatabaseThatIsLostInTheMiddleIsAsItWas() throws IOException, SQLException {
        Path file = workplace.revisions().get(0);
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replaceFirst(
                        "- empty: \\{}",
                        "- sql: {sql: 'create table made (id int)'}\n        - sql: {sql: select pg_terminate_backend(pg_backend_pid())}"));

        ends(ExitCode.UNREACHABLE, "DATABASE_UNREACHABLE", "upgrade");

        workplace.database().execute("create table made ()");
        assertThat(workplace.done("current")).contains("no revision is applied");
        Files.writeString(file, text);
        assertThat(workplace.done("upgrade")).contains("applying ", "First", "done");
    }

    @Test
    void whatWasEditedAfterItWasAppliedIsSaid() throws IOException {
        workplace.done("upgrade");
        Path file = workplace.revisions().get(0);
        Files.writeString(
                file, Files.readString(file).replaceFirst("- empty: \\{}", "- sql: {sql: create table more ()}"));
        workplace.done("revision", "-m", "Second");

        ends(ExitCode.REVISIONS, "CHANGE_SET_ALTERED", "upgrade");
        ends(ExitCode.REVISIONS, "CHANGE_SET_ALTERED", "downgrade", "base");
        assertThat(workplace.done("current")).contains("::1::ada (edited after it was applied)", "1 to apply");
    }

    @Test
    void wrongRevisionsAreSaid() throws IOException {
        ends(ExitCode.REVISIONS, "REVISION_UNKNOWN", "upgrade", "fffffff");
        ends(ExitCode.REVISIONS, "REVISION_UNKNOWN", "show", "nonsense");
        ends(ExitCode.REVISIONS, "only 1", "upgrade", "+2");
        ends(ExitCode.REVISIONS, "REVISION_NOT_APPLIED", "downgrade", "head");
        ends(ExitCode.REVISIONS, "NOT_AT_HEAD", "revision", "-m", "More", "--autogenerate");
        ends(ExitCode.REVISIONS, "DIRECTORY_UNUSABLE", "heads", "-d", "nowhere");
        ends(ExitCode.REVISIONS, "already", "init");
        assertThat(workplace.revisions()).hasSize(1);
    }

    @Test
    void entitiesThatCannotBeReadAreSaid() throws IOException {
        workplace.done("upgrade");
        ends(ExitCode.SCHEMA, "MODEL_INVALID", "diff", "--unit", "nowhere");
        workplace.entities(Map.of("Author", "@Id long id; @Column(columnDefinition = \"no_type\") String name;"));
        ends(ExitCode.SCHEMA, "SCHEMA_REFUSED", "revision", "-m", "More", "--autogenerate");
        assertThat(workplace.revisions()).hasSize(1);
    }

    @Test
    void errorsAreJsonForPrograms() {
        JsonObject unknown = workplace.run("upgrade", "fffffff", "--json").json();
        assertThat(unknown.getJsonObject("error").getString("code")).isEqualTo("REVISION_UNKNOWN");
        assertThat(unknown.getJsonObject("error").getString("message")).contains("fffffff");
        JsonObject usage = workplace.run("upgrade", "--fast", "--json").json();
        assertThat(usage.getJsonObject("error").getString("code")).isEqualTo("USAGE");
    }
}
