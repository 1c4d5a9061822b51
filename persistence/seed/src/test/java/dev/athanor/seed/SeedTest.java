// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on a database of its own. */
@PostgresTest
class SeedTest {
    /** Of each table of the contexts a hash of all its rows. */
    private static final String DIGESTS = """
        select format('%I.%I', n.nspname, c.relname), (xpath('/row/digest/text()', query_to_xml(format(
          'select md5(coalesce(string_agg(t::text, ''|'' order by t::text), '''')) as digest from %I.%I t',
          n.nspname, c.relname), false, true, '')))[1]::text
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and (n.nspname in
        ('identity', 'publishing', 'commerce', 'workforce', 'academy', 'ledger') or c.relname = 'athanor_history')
        order by 1
        """;

    private static final String EMPTY = "d41d8cd98f00b204e9800998ecf8427e";

    private TestDatabase database;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void isOn(TestDatabase fresh) {
        database = fresh;
    }

    private int seed(String... options) {
        return seed(false, options);
    }

    private int seed(boolean terminal, String... options) {
        said.getBuffer().setLength(0);
        return Seed.run(options, environment(), Optional.empty(), new PrintWriter(said, true), terminal);
    }

    private Map<String, String> environment() {
        return Map.of(
                "ATHANOR_DB_URL", database.url(),
                "ATHANOR_DB_USER", database.user(),
                "ATHANOR_DB_PASSWORD", database.password());
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(result.getString(1)
                        + (result.getMetaData().getColumnCount() > 1 ? " " + result.getString(2) : ""));
            }
        }
        return rows;
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(rows(query).get(0));
    }

    @Test
    void theSameSeedGivesTheSameDataAndAnotherSeedOtherData() throws SQLException {
        assertThat(seed("--upgrade")).as(said::toString).isZero();
        List<String> first = rows(DIGESTS);

        assertThat(seed("--replace")).as(said::toString).isZero();
        assertThat(rows(DIGESTS)).isEqualTo(first);
        assertThat(first).noneMatch(table -> table.endsWith(EMPTY) && !isFilledByUse(table));

        assertThat(seed("--replace", "--seed", "2")).isZero();
        assertThat(rows(DIGESTS)).isNotEqualTo(first);
        assertThat(seed("--replace", "--until", "2025-01-01")).isZero();
        assertThat(rows(DIGESTS)).isNotEqualTo(first);
    }

    /** What events and attempts to log in lead to is no demo data. */
    private static boolean isFilledByUse(String table) {
        return Stream.of("publishing.notification", "commerce.reorder", "identity.login_limits")
                .anyMatch(table::startsWith);
    }

    @Test
    void theDataIsAsManyAsSaidAndKeepsTheRules() throws SQLException {
        assertThat(seed("--upgrade", "--scale", "2", "--articles", "333")).isZero();

        assertThat(number("select count(*) from publishing.articles")).isEqualTo(333);
        assertThat(number("select count(*) from identity.users")).isEqualTo(100);
        assertThat(rows("select username from identity.users u join identity.user_roles r on r.user_id = u.id"
                        + " where role = 'ADMINISTRATOR'"))
                .containsExactly("admin");
        assertThat(rows("select username from identity.users u join ledger.account a on a.owner_id = u.id"
                        + " where balance > 0 and u.id <= 3 order by a.id"))
                .startsWith("admin", "editor", "reader");
        for (String broken : List.of(
                "select 1 from ledger.entry group by transfer_id having sum(amount) <> 0 or count(*) <> 2",
                "select 1 from ledger.account where (owner_id is null) <> (name = 'Bank')",
                "select 1 from ledger.account where owner_id not in (select id from identity.users)",
                "select 1 from ledger.account a where balance <>"
                        + " (select coalesce(sum(amount), 0) from ledger.entry where account_id = a.id)",
                "select 1 from (select a.overdraft, sum(amount) over (partition by a.id order by e.id) as balance"
                        + " from ledger.entry e join ledger.account a on a.id = e.account_id) as after_each"
                        + " where balance < 0 and not overdraft",
                "select 1 from commerce.stock s where sold <> (select coalesce(sum(quantity), 0)"
                        + " from commerce.order_item i join commerce.orders o on o.id = i.order_id"
                        + " where i.product_id = s.product_id and cancelled_at is null)",
                "select 1 from commerce.order_item i join commerce.product p on p.id = i.product_id"
                        + " where unit_price <> gross_price or i.name <> p.name",
                "select 1 from academy.course c where seats <"
                        + " (select count(*) from academy.enrolment e where e.course_id = c.id and grade is null)",
                "select 1 from academy.enrolment e join academy.prerequisite p on p.course_id = e.course_id"
                        + " where not exists (select from academy.enrolment b where b.student_id = e.student_id"
                        + " and b.course_id = p.required_id and b.grade <> 'FAILED')",
                "select 1 from publishing.comments c join publishing.articles a on a.id = c.article_id"
                        + " where a.status <> 'PUBLISHED' or c.created_at < a.published_at",
                "select 1 from publishing.articles where author_id not in (select id from identity.users)",
                "select 1 from identity.users where created_at >= '2026-01-01 00:00Z'",
                "select 1 from publishing.comments where created_at >= '2026-01-01 00:00Z'")) {
            assertThat(rows(broken)).as(broken).isEmpty();
        }
        assertThat(number("select count(*) from athanor_history where table_name = 'workforce.employee' and kind"
                        + " = 'UPDATE'"))
                .isPositive();
    }

    @Test
    void keysGoOnAfterThoseOfTheData() throws SQLException {
        assertThat(seed("--upgrade")).isZero();

        assertThat(number("insert into identity.users (username, email, password_hash, created_at, updated_at, version)"
                        + " values ('new', 'new@example.org', 'x', now(), now(), 1) returning id"))
                .isEqualTo(51);
        assertThat(number("select nextval('publishing.articles_id_seq')")).isEqualTo(250);
        assertThat(number("select nextval('commerce.order_numbers')")).isEqualTo(140);
    }

    @Test
    void whereSomebodyTriedToLogInThereIsNothingYet() throws SQLException {
        new DemoData(database.dataSource(), new Progress(new PrintWriter(said), false)).upgrade();
        rows("insert into identity.login_limits values ('somebody', now()) returning name");

        assertThat(seed("--articles", "10")).as(said::toString).isZero();
    }

    @Test
    void whatIsNotEmptyIsRefusedUnlessItIsToBeReplaced() throws SQLException {
        assertThat(seed()).isOne();
        assertThat(said.toString()).contains("has not the schema of this version; --upgrade");
        assertThat(seed("--replace")).isOne();
        assertThat(said.toString()).contains("has not the schema of this version; --upgrade");
        assertThat(seed("--upgrade", "--articles", "10")).isZero();

        assertThat(seed()).isOne();
        assertThat(said.toString()).contains("is not empty: there are rows in ", "--replace");
        assertThat(number("select count(*) from publishing.articles")).isEqualTo(10);

        assertThat(seed("--replace", "--articles", "20")).isZero();
        assertThat(number("select count(*) from publishing.articles")).isEqualTo(20);
    }

    @Test
    void whatIsWrongWithTheOptionsIsSaid() {
        assertThat(seed("--articels", "3")).isEqualTo(2);
        assertThat(said.toString()).contains("--articels", "--articles");
        assertThat(seed("--users", "1")).isOne();
        assertThat(said.toString()).contains("3 users and 5 products at least");
        assertThat(run(Optional.empty())).isOne();
        assertThat(said.toString()).contains("Which database? Set ATHANOR_DB_URL");
        assertThat(said.toString()).doesNotContain("Exception");
    }

    private int run(Optional<Path> development) {
        return Seed.run(new String[0], Map.of(), development, new PrintWriter(said, true), false);
    }

    @Test
    void theDatabaseOfTheDevelopmentServerIsFoundWhileItRuns(@TempDir Path folder) throws IOException, SQLException {
        assertThat(run(Optional.of(folder))).isOne();
        assertThat(said.toString()).contains("The development database does not run. Start it by mvn -Prun");

        Path data = Files.createDirectories(folder.resolve("postgresql/data"));
        String port = database.url().replaceFirst(".*:(\\d+)/.*", "$1");
        Files.writeString(data.resolve("postmaster.pid"), "1\n" + data + "\n1\n" + port + "\n\nlocalhost\n");
        Files.writeString(folder.resolve("secrets.properties"), "db.password=secret\n");
        assertThat(Target.ofDevelopment(Optional.of(folder)))
                .isEqualTo(new Target("jdbc:postgresql://localhost:" + port + "/athanor", "athanor", "secret"));
    }

    @Test
    void aContextThatFailsIsUndoneAndTheOnesBeforeAreNamed() throws SQLException {
        assertThat(seed("--upgrade", "--articles", "10")).isZero();
        assertThat(seed("--replace", "--articles", "10")).isZero();
        database.execute("truncate identity.users, publishing.articles, publishing.tags, publishing.categories,"
                + " commerce.product, commerce.orders, workforce.person, workforce.department, academy.student,"
                + " academy.course, ledger.account, ledger.transfer, athanor_history cascade");
        database.execute("alter table commerce.stock add constraint never check (quantity < 0)");

        assertThat(seed("--articles", "10")).isOne();

        assertThat(said.toString())
                .contains(
                        "The data of commerce could not be written",
                        "There is that of identity, publishing, and no other");
        assertThat(number("select count(*) from publishing.articles")).isEqualTo(10);
        assertThat(number("select count(*) from commerce.orders")).isZero();
    }

    @Test
    void aBarIsForWhoLooksAndLinesAreForOthers() {
        assertThat(seed(true, "--upgrade", "--articles", "12000")).isZero();
        assertThat(said.toString()).contains("\r[#########################.....] publishing.articles 10000/12000");

        assertThat(seed("--replace")).isZero();
        assertThat(said.toString()).doesNotContain("\r").containsPattern("publishing\\.articles +200 rows");
    }

    @Test
    void whoInterruptsIsToldWhatThereIsAndTheRestIsUndone(@TempDir Path folder) throws Exception {
        new DemoData(database.dataSource(), new Progress(new PrintWriter(said), false)).upgrade();
        Path log = folder.resolve("log");
        try (Connection beside = database.dataSource().getConnection();
                Statement statement = beside.createStatement()) {
            beside.setAutoCommit(false);
            statement.execute("lock table commerce.stock in share mode"); // which the command waits for
            Process process = start(log, "--articles", "5");
            await(process, log, "commerce.delivery_note");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Files.readString(log)).contains("Interrupted. There is that of identity, publishing, and no other");
        assertThat(number("select count(*) from publishing.articles")).isEqualTo(5);
        assertThat(number("select count(*) from commerce.orders")).isZero();
    }

    private Process start(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Seed.class.getName()));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    private static void await(Process process, Path log, String text) throws Exception {
        while (!Files.readString(log).contains(text) && process.isAlive()) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }
}
