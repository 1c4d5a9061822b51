// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs get one object from every command, and people colours on a terminal only. */
@PostgresTest
class JsonTest {
    @TempDir
    private Path temporary;

    @Test
    void everyCommandAnswersWithAnObject(TestDatabase database) throws IOException {
        Workplace workplace = new Workplace(temporary, database);
        assertThat(workplace.json("init").getString("directory")).endsWith("db");
        workplace.entities(Map.of("Author", "@Id long id; String \u00e4_name;"));

        JsonObject written =
                workplace.json("revision", "-m", "The \"first\" \u00e4uthors \ud83d\udcda", "--autogenerate");
        String id = written.getJsonObject("revision").getString("id");
        assertThat(written.getJsonObject("revision").getString("message"))
                .isEqualTo("The \"first\" \u00e4uthors \ud83d\udcda");
        assertThat(written.getString("file")).contains(id);
        assertThat(written.getJsonArray("changes")).hasSize(1);
        assertThat(workplace
                        .json("heads")
                        .getJsonArray("heads")
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(id);
        JsonObject before = workplace.json("current");
        assertThat(before.getBoolean("current")).isFalse();
        assertThat(before.getJsonArray("pending")).hasSize(1);
        JsonObject different = workplace.run("diff", "--json").json();
        assertThat(different.getJsonArray("changes").getJsonObject(0).getString("description"))
                .isEqualTo("add table author");
        assertThat(different
                        .getJsonArray("changes")
                        .getJsonObject(0)
                        .getJsonArray("sql")
                        .getString(0))
                .startsWith("create table author");
        assertThat(workplace
                        .json("upgrade")
                        .getJsonArray("applied")
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(id);
        assertThat(workplace.json("upgrade").getJsonArray("applied")).isEmpty();
        assertThat(workplace.json("diff").getJsonArray("changes")).isEmpty();
        assertThat(workplace.json("check").getBoolean("ok")).isTrue();
        assertThat(workplace.json("show").getJsonObject("revision").getString("id"))
                .isEqualTo(id);
        JsonObject history =
                workplace.json("history", "-i").getJsonArray("revisions").getJsonObject(0);
        assertThat(history.getBoolean("head")).isTrue();
        assertThat(history.getBoolean("current")).isTrue();
        assertThat(workplace.json("revision", "-m", "None", "--autogenerate").isNull("revision"))
                .isTrue();
        assertThat(workplace.json("downgrade", "-1", "--sql").getString("sql")).contains("drop table author");
        assertThat(workplace.json("downgrade", "-1").getJsonArray("takenBack")).hasSize(1);
        assertThat(workplace.json("stamp", "head").getJsonArray("applied")).hasSize(1);
        JsonObject check = workplace.run("check", "--json").json();
        assertThat(check.getJsonArray("problems").getJsonObject(0).getString("kind"))
                .isEqualTo("model");
    }

    @Test
    void checkNamesEachProblem(TestDatabase database) throws IOException {
        Workplace workplace = new Workplace(temporary, database);
        workplace.done("init");
        workplace.withoutEntities();
        workplace.done("revision", "-m", "First");
        workplace.done("revision", "-m", "Second");
        workplace.done("upgrade");
        Path first = workplace.revisions().stream()
                .filter(file -> file.toString().contains("first"))
                .findFirst()
                .orElseThrow();
        Path second = workplace.revisions().stream()
                .filter(file -> file.toString().contains("second"))
                .findFirst()
                .orElseThrow();
        Files.writeString(first, Files.readString(first).replaceFirst("- empty: \\{}", "- sql: {sql: select 1}"));
        Files.delete(second);

        assertThat(kinds(workplace.run("check", "--json"))).containsExactlyInAnyOrder("list", "altered", "unknown");
        assertThat(workplace.run("lint").error()).contains("REVISIONS_INVALID", "--fix-list");
        assertThat(kinds(workplace.run("check", "--json", "--fix-list")))
                .containsExactlyInAnyOrder("altered", "unknown");
        assertThat(workplace.run("current").out()).contains("(edited after it was applied)", "(not in the directory)");
    }

    private static List<String> kinds(Workplace.Result result) {
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT);
        return result.json().getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                .map(problem -> problem.getString("kind"))
                .toList();
    }

    @Test
    void coloursAndBarsAreForTerminals(TestDatabase database) throws IOException {
        Workplace workplace = new Workplace(temporary, database);
        workplace.done("init");
        workplace.done("revision", "-m", "First");
        assertThat(workplace.run("upgrade").toString()).doesNotContain("\u001b");
        workplace.done("downgrade", "base");

        workplace.onTerminal();
        Workplace.Result result = workplace.run("upgrade");
        assertThat(result.out()).contains("\u001b[33m");
        assertThat(result.error())
                .contains("[..............................] 1/1")
                .endsWith("\r\u001b[K");
        for (String[] plain : List.of(new String[] {"current", "--no-color"}, new String[] {"current", "--json"})) {
            assertThat(workplace.run(plain).out()).as(Arrays.toString(plain)).doesNotContain("\u001b");
        }
        assertThat(workplace.run(Map.of("NO_COLOR", "1"), "current").out()).doesNotContain("\u001b");
    }

    @Test
    void optionsWinOverTheEnvironmentAndThatOverTheFile(TestDatabase database) throws IOException {
        Workplace workplace = new Workplace(temporary, database);
        workplace.done("init");
        String nowhere = "jdbc:postgresql://localhost:1/none";
        assertThat(workplace.run(Map.of("ATHANOR_DB_URL", nowhere), "current").code())
                .isEqualTo(ExitCode.UNREACHABLE);
        assertThat(workplace
                        .run(Map.of("ATHANOR_DB_URL", nowhere), "current", "--url", database.url())
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(workplace.run("current", "--url", nowhere).code()).isEqualTo(ExitCode.UNREACHABLE);
    }
}
