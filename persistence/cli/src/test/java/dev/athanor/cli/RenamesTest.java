// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What became of what is gone is said, or asked for; and revisions are looked at, and written, for a database in use.
 */
@PostgresTest
class RenamesTest {
    @TempDir
    private Path temporary;

    private Workplace workplace;

    @BeforeEach
    void start(TestDatabase database) throws IOException {
        workplace = new Workplace(temporary, database);
        workplace.done("init");
        workplace.entities(Map.of("Author", "@Id long id; @Column(length = 80) String name; int age;"));
        workplace.done("revision", "-m", "Authors", "--autogenerate");
        workplace.done("upgrade");
        workplace.entities(Map.of("Author", "@Id long id; @Column(length = 80) String fullname; int age;"));
    }

    @Test
    void withoutAnAnswerNothingIsWritten() throws IOException {
        Workplace.Result result = workplace.run("revision", "-m", "Names", "--autogenerate");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.error()).contains("RENAME_UNDECIDED", "author.name=author.fullname");
        assertThat(workplace.revisions()).hasSize(1);
    }

    @Test
    void answersAreGivenByOptions() {
        assertThat(workplace
                        .run("diff", "--rename", "author.name=author.fullname")
                        .out())
                .contains("author.name")
                .doesNotContain("add column");
        assertThat(workplace.done(
                        "revision", "-m", "Names", "--autogenerate", "--rename", "author.name=author.fullname"))
                .contains("rename column author.name");

        workplace.done("upgrade");
        assertThat(workplace.done("diff")).contains("no differences");
    }

    @Test
    void whatIsHeldBackIsAppliedWhenItIsNamed() throws IOException {
        workplace.done("revision", "-m", "Names", "--autogenerate", "--online", "--drop", "author.name");
        workplace.done("upgrade");
        String later =
                workplace.json("heads").getJsonArray("heads").getJsonObject(0).getString("id");

        assertThat(workplace.done("upgrade", later))
                .contains("Names, afterwards")
                .doesNotContain("held back");
        assertThat(workplace.done("diff")).contains("no differences");
    }

    @Test
    void answersAreAskedForOnATerminal() {
        Workplace.Result result =
                workplace.onTerminal("7", "1").run("revision", "-m", "Names", "--autogenerate", "--no-color");
        assertThat(result.error()).contains("author.name is gone", "1  author.fullname", "from 0 to 1");
        assertThat(result.out()).contains("rename column author.name");
    }

    @Test
    void whatIsDroppedIsSaidAndFoundByTheLint() throws IOException {
        assertThat(workplace
                        .onTerminal()
                        .run("revision", "-m", "Names", "--autogenerate")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(workplace.revisions()).hasSize(1);
        workplace.done("revision", "-m", "Names", "--autogenerate", "--drop", "author.name");
        workplace.done("upgrade");

        Workplace.Result lint = workplace.run("lint", "--no-color");
        assertThat(lint.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(lint.out()).contains("drop-column-author-name");
        assertThat(workplace.run("check").code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(workplace.done("check", "--no-lint", "--no-color")).contains("all is well");
        String last =
                workplace.json("heads").getJsonArray("heads").getJsonObject(0).getString("id");
        assertThat(workplace.done("check", "--lint-from", last, "--no-color")).contains("all is well");
        assertThat(workplace.run("lint", "--json").json().getJsonArray("findings"))
                .isNotEmpty();
    }

    @Test
    void whatServersStillNeedIsARevisionOfItsOwn() throws IOException {
        String said = workplace.done("revision", "-m", "Names", "--autogenerate", "--online", "--drop", "author.name");
        assertThat(said).contains("-names.yaml", "-names-afterwards.yaml");
        for (Path file : workplace.revisions()) {
            String text = Files.readString(file);
            if (file.toString().endsWith("-names.yaml")) {
                assertThat(text).contains("add column fullname").doesNotContain("drop column name\n");
            }
            if (file.toString().endsWith("-afterwards.yaml")) {
                assertThat(text).contains("drop column name");
            }
        }
        assertThat(workplace.done("upgrade")).contains("applying", "Names", "held back: ", "Names, afterwards");
        assertThat(workplace.run("diff").out()).contains("- drop column author.name");
        assertThat(workplace.json("upgrade").getJsonArray("heldBack")).hasSize(1);
        assertThat(workplace.done("upgrade", "--sql")).doesNotContain("drop column name");
        assertThat(workplace.done("upgrade", "--contract", "--sql")).contains("drop column name");

        assertThat(workplace.done("upgrade", "--contract")).contains("Names, afterwards", "done");
        assertThat(workplace.done("diff")).contains("no differences");
    }
}
