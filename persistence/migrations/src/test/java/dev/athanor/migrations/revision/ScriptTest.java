// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static dev.athanor.migrations.revision.Revisions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.schema.SchemaModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts leave what running the revisions leaves. */
class ScriptTest extends RevisionTests {
    private static final String REMEMBERED = """
            select concat_ws('|', filename, id, author, orderexecuted, exectype, md5sum, coalesce(description, 'null'),
              coalesce(comments, 'null'), coalesce(tag, 'null'), liquibase, coalesce(contexts, 'null'),
              coalesce(labels, 'null'), length(deployment_id), dateexecuted > localtimestamp - interval '1 hour')
            from databasechangelog order by orderexecuted
            """;
    private static final String COLUMNS = """
            select concat_ws(' ', column_name, data_type, character_maximum_length, is_nullable, column_default)
            from information_schema.columns where table_name = 'databasechangelog' order by ordinal_position
            """;

    /** All kinds of changes: statements, Liquibase's own, some out of transactions, some that run again. */
    private static final String MANY = """
            databaseChangeLog:
              - changeSet:
                  id: "1"
                  author: o'ada \\ co
                  context: test
                  labels: big
                  comment: "What it's for:  a lot of things that need a long text, so long that it is cut where Liquibase\\
                    \\ cuts it, which is after two hundred and fifty letters, of which these are some, and these are\\
                    \\ some more, until there are enough of them for that, and a few more to be quite sure"
                  changes:
                    - createTable:
                        tableName: person
                        columns:
                          - column:
                              name: id
                              type: bigint
                              autoIncrement: true
                              constraints:
                                primaryKey: true
                          - column:
                              name: name
                              type: varchar(20)
                    - sql:
                        splitStatements: false
                        sql: |-
                          create function greeting() returns text language plpgsql as $$
                          begin
                            return 'a; b';
                          end $$;
                    - sql:
                        sql: create table t (id int); insert into t values (1); -- the end
                  rollback:
                    - sql:
                        sql: drop table t
                    - sql:
                        sql: drop function greeting
                    - dropTable:
                        tableName: person
              - changeSet:
                  id: concurrent
                  author: ada
                  runInTransaction: false
                  changes:
                    - sql:
                        sql: create index concurrently person_name_idx on person (name)
                  rollback:
                    - sql:
                        sql: drop index concurrently person_name_idx
              - changeSet:
                  id: again
                  author: ada
                  runOnChange: true
                  changes:
                    - addColumn:
                        tableName: person
                        columns:
                          - column:
                              name: born
                              type: date
            """;

    @Test
    void anUpgradeByScriptIsLikeAnyOther() throws SQLException {
        Revision first = revisions.table("a");
        Revision many = revisions.directory().add("Many", List.of(first), MANY);
        Revision merged = revisions.directory().addMerge("Join", List.of(many, revisions.table("b", first)), "ada");
        revised.upgrade("head");
        SchemaModel schema = revisions.schema();
        List<String> remembered = revisions.texts(REMEMBERED);
        List<String> columns = revisions.texts(COLUMNS);
        database.execute("drop schema public cascade; create schema public");

        run(offline.upgrade("base", "head"));

        assertThat(revisions.schema()).isEqualTo(schema);
        assertThat(revisions.texts(REMEMBERED)).isEqualTo(remembered);
        assertThat(revisions.texts(COLUMNS)).isEqualTo(columns);
        assertThat(revised.state().heads()).containsExactly(merged);

        run(offline.downgrade("head", "base"));
        assertThat(revisions.tables()).isEmpty();
        assertThat(revisions.texts(REMEMBERED)).isEmpty();
    }

    @Test
    void aScriptOfADatabaseHasWhatItLacks() throws SQLException {
        Revision first = revisions.table("a");
        revised.upgrade("head");
        Revision second = revisions.table("b", first);
        database.execute("drop index a_idx; delete from databasechangelog where id = 'index'");

        String up = revised.upgradeScript("head");
        assertThat(up).contains("create index a_idx", "create table b").doesNotContain("create table a ");
        run(up);
        assertThat(revised.state().isCurrent()).isTrue();
        String down = revised.downgradeScript("-1");
        assertThat(down).contains("drop table b").doesNotContain("drop table a");
        run(down);
        assertThat(revised.state().pending()).containsExactly(second);
        assertThat(revisions.tables()).containsExactly("a");
    }

    @Test
    void aStampByScriptIsLikeAnyOther() throws SQLException {
        Revision first = revisions.table("a");
        Revision second = revisions.table("b", first);
        revised.stamp("head");
        List<String> remembered = revisions.texts(REMEMBERED);
        database.execute("drop table databasechangelog");

        run(offline.stamp("head"));
        assertThat(revisions.texts(REMEMBERED)).isEqualTo(remembered);
        run(offline.stamp(first.id()));
        assertThat(revised.state().pending()).containsExactly(second);
    }

    @Test
    void oneRevisionIsShown() {
        Revision first = revisions.table("a");
        Revision second = revisions.table("b", first);
        assertThat(offline.only(second)).contains("create table b").doesNotContain("create table a");
    }

    @Test
    void whatIsNoStatementIsRefusedAndNotRun() {
        Path made = temporary.resolve("made");
        revisions.directory().add("Command", List.of(), """
                databaseChangeLog:
                  - changeSet:
                      id: command
                      author: ada
                      changes:
                        - executeCommand:
                            executable: touch
                            args:
                              - arg:
                                  value: %s
                """.formatted(made));

        refused(MigrationError.NOT_SCRIPTABLE, () -> offline.upgrade("base", "head"), "::command::ada");
        assertThat(made).doesNotExist();
    }

    @Test
    void whatIsDoneInJavaIsRefusedAndNotRun() {
        revisions.directory().add("Java", List.of(), """
                databaseChangeLog:
                  - changeSet:
                      id: java
                      author: ada
                      changes:
                        - customChange:
                            class: dev.athanor.migrations.revision.NotToBeRun
                """);

        refused(MigrationError.NOT_SCRIPTABLE, () -> offline.upgrade("base", "head"), "done in Java", "NotToBeRun");
        refused(MigrationError.IRREVERSIBLE, () -> offline.downgrade("head", "base"), "::java::ada");
    }

    /** As psql does, whose own commands begin with a backslash. */
    private void run(String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n(?!end)", -1)) {
                String bare = sql.replaceAll("(?m)^\\\\.*$", "");
                if (!bare.replaceAll("(?m)^--.*$", "").isBlank()) {
                    statement.execute(bare);
                }
            }
        }
    }
}
