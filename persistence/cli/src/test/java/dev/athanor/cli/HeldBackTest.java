// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two releases: servers of the old version still run, and builds are to be green. */
@PostgresTest
class HeldBackTest {
    private static final String NEW_AUTHOR =
            "@Id long id; @Column(length = 80) String fullname; @Column(nullable = false) String mood;";

    @TempDir
    private Path temporary;

    private Workplace workplace;

    @BeforeEach
    void start(TestDatabase database) throws IOException {
        workplace = new Workplace(temporary, database);
        workplace.done("init");
        workplace.entities(Map.of("Author", "@Id long id; @Column(length = 80) String name;", "Pen", "@Id long id;"));
        workplace.done("revision", "-m", "Authors", "--autogenerate");
        workplace.done("upgrade");
        workplace.entities(Map.of("Author", NEW_AUTHOR, "Quill", "@Id long id;"));
        workplace.done(
                "revision",
                "-m",
                "Names",
                "--autogenerate",
                "--online",
                "--rename",
                "author.name=author.fullname",
                "--rename",
                "pen=quill");
        workplace.done("upgrade");
    }

    @Test
    void aCheckIsContentAndSaysWhatWaits() {
        assertThat(workplace.done("check")).contains("held back: ", "Names, afterwards", "all is well");
        assertThat(workplace.json("check").getJsonArray("heldBack")).hasSize(1);
        assertThat(workplace.done("current"))
                .contains("held back: ", "Names, afterwards")
                .doesNotContain("to apply");

        Workplace.Result strict = workplace.run("check", "--contract");
        assertThat(strict.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(strict.out())
                .contains("not applied: ", "drop column author.name", "change column author.mood")
                .doesNotContain("held back");

        workplace.done("upgrade", "--contract");
        assertThat(workplace.done("check", "--contract")).contains("all is well");
        assertThat(workplace.done("check")).doesNotContain("held back");
    }

    @Test
    void whatTheEntitiesWantBesidesIsMissed() throws IOException, SQLException {
        workplace.entities(Map.of("Author", NEW_AUTHOR + " int age;", "Quill", "@Id long id;"));
        assertThat(workplace.run("check").out())
                .contains("held back: ", "the entities want what the database has not: add column author.age")
                .doesNotContain("author.name", "author.mood");

        workplace.entities(Map.of("Author", NEW_AUTHOR, "Quill", "@Id long id;"));
        workplace.database().execute("alter table author add column stray text");
        assertThat(workplace.run("check").out())
                .contains("drop column author.stray")
                .doesNotContain("author.name");
    }

    @Test
    void whatAPersonLabelsIsForeseenToo() throws IOException, SQLException {
        workplace.database().execute("create index stray on author (mood)");
        workplace.done("revision", "-m", "No index");
        Path file = workplace.revisions().stream()
                .filter(each -> each.toString().endsWith("-no-index.yaml"))
                .findFirst()
                .orElseThrow();
        assertThat(workplace.run("check").out()).contains("drop index stray");

        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "(?s)( +)changes:\n.*?- empty: \\{}",
                                "$1labels: contract\n$1runInTransaction: false\n$1changes:"
                                        + " [sql: {sql: drop index concurrently stray}]"));

        assertThat(workplace.done("check")).contains("Names, afterwards", "No index", "all is well");
    }

    @Test
    void nothingOfItIsDone() throws SQLException {
        workplace.database().execute("insert into author (id, name, mood) values (1, 'Ada', null)");

        workplace.done("check");

        workplace.database().execute("insert into author (id, fullname) values (2, 'Bea')");
        workplace.database().execute("insert into pen values (1)");
        workplace
                .database()
                .execute("do $$ begin assert 2 = (select count(*) from author where name = fullname); end $$");
    }

    @Test
    void theNextRevisionWaitsForIt() {
        assertThat(workplace.run("revision", "-m", "More", "--autogenerate").error())
                .contains("NOT_AT_HEAD", "\"athanor upgrade --contract\" first");
    }
}
