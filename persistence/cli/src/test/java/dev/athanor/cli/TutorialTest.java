// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/migrations.md} shows, in its order. */
@PostgresTest
class TutorialTest {
    private static final String AUTHOR = "@Id long id; @Column(nullable = false, length = 80) String name;";
    private static final String BOOK = "@Id long id; String title; @ManyToOne Author author;";

    @TempDir
    private Path temporary;

    private Workplace workplace;

    @BeforeEach
    void start(TestDatabase database) throws IOException {
        workplace = new Workplace(temporary, database);
    }

    @Test
    void fromTheFirstRevisionToTheLastAndBack() throws IOException, SQLException {
        assertThat(workplace.done("init")).contains("made ", "db");
        assertThat(workplace.done("upgrade")).contains("nothing to do");
        workplace.entities(Map.of("Author", AUTHOR));

        String wrote = workplace.done("revision", "-m", "Authors", "--autogenerate");
        assertThat(wrote).contains("add table author", "wrote ", "-authors.yaml");
        assertThat(workplace.run("check").code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(workplace.done("upgrade")).contains("applying ", "Authors", "done");
        assertThat(workplace.done("check")).contains("all is well");
        assertThat(workplace.done("revision", "-m", "Nothing", "--autogenerate"))
                .contains("nothing to do");
        assertThat(workplace.revisions()).hasSize(1);

        workplace.entities(Map.of("Author", AUTHOR + " java.time.LocalDate born;", "Book", BOOK));
        assertThat(workplace.run("diff"))
                .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.DIFFERENT))
                .satisfies(result -> assertThat(result.out()).contains("+ add column author.born", "+ add table book"));
        workplace.done("revision", "-m", "Books", "--autogenerate");
        workplace.done("upgrade", "+1");
        assertThat(workplace.done("diff")).contains("no differences");

        assertThat(workplace.done("current")).contains("Books (head)");
        assertThat(workplace.done("downgrade", "-1")).contains("taking back ", "Books");
        assertThat(workplace.done("current")).contains("Authors").contains("1 to apply");
        assertThat(workplace.done("history", "-i").lines())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).contains(" (head), Books"))
                .satisfies(lines -> assertThat(lines.get(1)).contains("base -> ", " (current), Authors"));
        assertThat(workplace.done("downgrade", "base")).contains("Authors");
        assertThat(workplace.done("current")).contains("no revision is applied");
    }

    @Test
    void branchesAreFoundAndJoined() throws IOException {
        workplace.withoutEntities();
        workplace.done("init");
        workplace.done("revision", "-m", "First");
        Path first = workplace.revisions().get(0);
        String list = Files.readString(first.resolveSibling("changelog.yaml"));
        workplace.done("revision", "-m", "Ours");
        Path ours = workplace.revisions().stream()
                .filter(file -> file.toString().contains("ours"))
                .findFirst()
                .orElseThrow();
        Path away = workplace.folder().resolve("away");
        Files.move(ours, away);
        Files.writeString(first.resolveSibling("changelog.yaml"), list);
        workplace.done("revision", "-m", "Theirs");
        Files.move(away, ours);

        assertThat(workplace.done("heads").lines()).hasSize(2);
        assertThat(workplace.run("upgrade"))
                .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.REVISIONS))
                .satisfies(result ->
                        assertThat(result.error()).contains("Ours", "Theirs", "athanor merge", "SEVERAL_HEADS"));
        assertThat(workplace.run("revision", "-m", "More").code()).isEqualTo(ExitCode.REVISIONS);
        assertThat(workplace.run("check").out()).contains("does not list revision", "branches are not joined");
        assertThat(workplace.done("merge", "-m", "Join them")).contains("-join-them.yaml");
        assertThat(workplace.done("heads")).contains("Join them");
        assertThat(workplace.done("history").lines())
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(0)).contains("(head) (merge), Join them"))
                .satisfies(lines -> assertThat(lines.get(3)).contains("(branches), First"));
        workplace.done("upgrade");
        assertThat(workplace.done("check")).contains("all is well");
        assertThat(workplace.run("merge").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anExistingDatabaseIsAdopted() throws IOException, SQLException {
        workplace.database().execute("""
                create type mood as enum ('CALM', 'WILD');
                create table author (id bigint primary key, name varchar(80) not null, mood mood);
                create view calm as select * from author where mood = 'CALM';
                create schema stock; create table stock.shelf (id int);
                """);
        workplace.done("init");

        Workplace.Result result = workplace.run("revision", "-m", "As it was", "--baseline");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("add enum mood", "add table author", "athanor stamp head");
        assertThat(result.error()).contains("not looked at: schema stock", "not compared: view public.calm");
        assertThat(workplace.run("revision", "-m", "Again", "--baseline").code())
                .isEqualTo(ExitCode.REVISIONS);
        workplace.done("stamp", "head");
        assertThat(workplace.done("current")).contains("As it was (head)");

        workplace.entities(Map.of(
                "Author",
                AUTHOR + " java.time.LocalDate born; public enum Mood {CALM, WILD}"
                        + " @dev.athanor.annotations.NativeEnum(\"mood\") Mood mood;"));
        assertThat(workplace.json("revision", "-m", "Born", "--autogenerate").getJsonArray("changes"))
                .hasToString("[\"add column author.born\"]");
    }

    @Test
    void aChangelogBecomesARevision() throws IOException, SQLException {
        workplace.withoutEntities();
        workplace.done("init");
        workplace.write("old/authors.yaml", """
                # SPDX-License-Identifier: Apache-2.0

                databaseChangeLog:
                  # Who writes.
                  - changeSet:
                      id: authors-0001
                      author: ada
                      changes:
                        - sql: {sql: create table author (id bigint)}
                      rollback:
                        - sql: {sql: drop table author}
                """);
        workplace.done("revision", "-m", "Before");

        workplace.done("revision", "-m", "Authors", "--from", "old/authors.yaml");

        workplace.done("upgrade");
        workplace.database().execute("insert into author values (1)");
        assertThat(workplace.done("show", "--sql")).contains("authors-0001", "create table author");
        assertThat(workplace.done("check")).contains("all is well");
        assertThat(Files.readString(workplace.revisions().stream()
                        .filter(file -> file.toString().endsWith("-authors.yaml"))
                        .findFirst()
                        .orElseThrow()))
                .contains("# SPDX-License-Identifier: Apache-2.0", "  # Who writes.\n  - changeSet:");
        workplace.done("downgrade", "base");
    }

    @Test
    void whatIsMoreThanChangeSetsBecomesNone() throws IOException {
        workplace.withoutEntities();
        workplace.done("init");
        workplace.write("old/all.yaml", "databaseChangeLog:\n  - include: {file: authors.yaml}\n");

        Workplace.Result result = workplace.run("revision", "-m", "Authors", "--from", "old/all.yaml");

        assertThat(result.code()).isEqualTo(ExitCode.REVISIONS);
        assertThat(result.error()).contains("all.yaml", "nothing but change sets", "REVISIONS_INVALID");
        assertThat(workplace.revisions()).isEmpty();
        assertThat(workplace
                        .run("revision", "-m", "Authors", "--from", "nowhere.yaml")
                        .error())
                .contains("nowhere.yaml cannot be read");
    }

    @Test
    void baselinesMakeWhatThereIs(TestDatabase database) throws SQLException {
        database.execute("""
                create schema stock; create table stock.shelf (id int primary key generated always as identity);
                create table book (id bigint primary key, shelf int references stock.shelf, title text);
                create index on book (lower(title)) where shelf is null;
                """);
        workplace.done("init");
        workplace.done("revision", "-m", "As it was", "--baseline", "--schemas", "stock");
        assertThat(workplace.done("upgrade", "base:head", "--sql"))
                .contains("create schema stock", "create table book", "create index book_lower_idx");
        database.execute("create database " + database.name() + "_copy");
        String copy = database.url().replace(database.name(), database.name() + "_copy");
        try {
            workplace.done("upgrade", "--url", copy);
            assertThat(workplace.json("diff", "--from", copy, "--to", copy).getJsonArray("notLookedAt"))
                    .hasToString("[\"stock\"]");
            assertThat(workplace.done("diff", "--from", copy, "--to", database.url(), "--schemas", "stock"))
                    .contains("no differences");
            workplace.done("downgrade", "base", "--url", copy);
            assertThat(workplace
                            .run("diff", "--from", copy, "--to", database.url(), "--schemas", "stock")
                            .out())
                    .contains("+ add table book", "+ add schema stock");
        } finally {
            database.execute("drop database " + database.name() + "_copy");
        }
    }

    @Test
    void scriptsAreWrittenInsteadOfRun() {
        workplace.done("init");
        workplace.done("revision", "-m", "First");
        workplace.done("revision", "-m", "Second");

        assertThat(workplace.done("upgrade", "--sql")).contains("-- Upgrade: ", "First", "Second", "begin;", "commit;");
        assertThat(workplace.done("current")).contains("no revision is applied");
        workplace.done("upgrade");
        assertThat(workplace.done("downgrade", "-1", "--sql"))
                .contains("-- Downgrade: ", "Second")
                .doesNotContain("First");
        String offline = workplace.done("upgrade", "base:head", "--sql", "--url", "jdbc:postgresql://localhost:1/none");
        assertThat(offline).contains("First", "Second");
        assertThat(workplace.done("downgrade", "head:base", "--sql", "--url", "jdbc:postgresql://localhost:1/none"))
                .contains("First", "Second");
        assertThat(workplace.done("stamp", "head", "--sql", "--url", "jdbc:postgresql://localhost:1/none"))
                .contains("insert into databasechangelog");
        assertThat(workplace.done("show", "--sql")).contains("Second").doesNotContain("First");
        assertThat(workplace.done("current")).contains("Second");
    }

    @Test
    void settingsAreMadeWhereThereAreNone(TestDatabase database) throws IOException {
        Files.delete(workplace.folder().resolve("athanor.properties"));
        assertThat(workplace.done("init", "src/db")).contains("src/db", "athanor.properties");
        Map<String, String> environment = Map.of("ATHANOR_DB_URL", database.url(), "ATHANOR_DB_USER", database.user());
        assertThat(workplace.run(environment, "revision", "-m", "First").code()).isEqualTo(ExitCode.OK);
        assertThat(workplace.run(environment, "upgrade").out()).contains("First");
        assertThat(List.of(workplace.folder().resolve("src/db/changelog.yaml"))).allMatch(Files::exists);
    }
}
