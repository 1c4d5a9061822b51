// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dangerous is found, and what is not is left alone. */
class LintTest extends Linted {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "drop table author ~ data-loss",
                "drop table if exists public.author, \"book\" cascade ~ data-loss,data-loss,several-locks",
                "alter table author drop column name ~ data-loss",
                "alter table only author drop if exists name, drop age ~ data-loss,data-loss",
                "truncate author ~ data-loss",
                "delete from author ~ data-loss",
                "with old as (select 1 where true) delete from author ~ data-loss",
                "drop schema film cascade ~ data-loss",
                "drop sequence numbers ~ data-loss",
                "drop type mood cascade ~ data-loss",
                "alter type mood rename to mood_before; create type mood as enum ('WILD') ~ data-loss",
                "do $$ begin if true then drop table author; end if; end $$ ~ data-loss",
                "alter table author alter age type bigint ~ table-rewrite",
                "alter table author alter column age set data type text using age::text ~ table-rewrite",
                "alter table author alter name type varchar(90) using trim(name) ~ table-rewrite",
                "alter table author add key uuid default gen_random_uuid() ~ table-rewrite",
                "alter table author add key bigserial ~ table-rewrite",
                "alter table author add key bigint generated always as identity ~ table-rewrite",
                "alter table author add big text generated always as (upper(name)) stored ~ table-rewrite",
                "alter table author set unlogged ~ table-rewrite",
                "alter table author set access method heap ~ table-rewrite",
                "alter table author alter name type varchar(20) ~ table-rewrite,type-narrowing",
                "alter table author alter note type varchar(20) ~ table-rewrite,type-narrowing",
                "alter table author alter salary type numeric(9, 2) ~ table-rewrite,type-narrowing",
                "alter table author alter salary type numeric(12, 4) ~ table-rewrite",
                "alter table author alter at type date ~ table-rewrite,type-narrowing",
                "alter table author alter unknown type smallint ~ table-rewrite,type-narrowing",
                "alter table book add foreign key (author_id) references author ~ constraint-scans-table",
                "alter table book add constraint long check (length(title) > 3) ~ constraint-scans-table",
                "alter table book add more int check (more > 1) ~ constraint-scans-table",
                "alter table author add constraint n not null age ~ constraint-scans-table",
                "alter table author add not null age ~ constraint-scans-table",
                "alter table book add constraint c check (id > 0) not valid; alter table book validate constraint c ~ validated-at-once",
                "alter table author alter age set not null ~ not-null-scans-table,not-null-without-values",
                "alter table author add more int not null ~ not-null-without-values",
                "alter table author add unique (name) ~ key-builds-index",
                "alter table author add more int unique ~ key-builds-index",
                "alter table author add constraint k primary key (id) ~ key-builds-index",
                "alter table author add exclude using gist (name with =) ~ exclusion-builds-index",
                "create index on author (name) ~ index-not-concurrent",
                "create unique index if not exists a on only author (name) ~ index-not-concurrent",
                "drop index book_title ~ index-not-concurrent",
                "reindex table author ~ index-not-concurrent",
                "create index concurrently a on author (name) ~ concurrent-in-transaction",
                "drop index concurrently book_title ~ concurrent-in-transaction",
                "vacuum author ~ concurrent-in-transaction",
                "vacuum full author ~ concurrent-in-transaction,table-rewrite",
                "vacuum (analyze, full) author, book ~ concurrent-in-transaction,table-rewrite,table-rewrite,several-locks",
                "vacuum (verbose, full FALSE) author ~ concurrent-in-transaction",
                "vacuum (full 'off') author ~ concurrent-in-transaction",
                "cluster ~ concurrent-in-transaction",
                "cluster (verbose) author ~ table-rewrite",
                "cluster book_title on book; lock table author ~ table-rewrite,several-locks",
                "reindex (verbose) index book_title; lock table author ~ index-not-concurrent,several-locks",
                "reindex table author; lock table book ~ index-not-concurrent,several-locks",
                "reindex schema public ~ index-not-concurrent,concurrent-in-transaction",
                "reindex (concurrently) database ~ concurrent-in-transaction",
                "reindex (concurrently false) table author ~ index-not-concurrent",
                "create index concurrently a on author (name); lock table book ~ concurrent-in-transaction",
                "alter table author detach partition author_2026 concurrently ~ concurrent-in-transaction",
                "alter table author add constraint c check (age is not null); alter table author alter age set not null"
                        + " ~ constraint-scans-table",
                "alter table author add constraint c check (age is not null); alter table author alter age drop not null;"
                        + " alter table author alter age set not null ~ constraint-scans-table",
                "alter table author add constraint n not null age; alter table author alter age drop not null,"
                        + " alter age set not null ~ constraint-scans-table,not-null-scans-table,not-null-without-values",
                "alter table author add not null age; alter table author rename to writer; create view author as select;"
                        + " alter table writer alter age drop not null; alter table writer alter age set not null"
                        + " ~ constraint-scans-table,not-null-scans-table,not-null-without-values",
                "alter table author add constraint c check (age is not null) not enforced;"
                        + " alter table author alter age set not null ~ not-null-scans-table,not-null-without-values",
                "alter table author add twice int generated always as (age * 2) stored;"
                        + " alter table author alter twice set expression as (age * 3) ~ table-rewrite,table-rewrite",
                "alter table author drop small, add small int generated always as (age);"
                        + " alter table author drop small, add small int;"
                        + " alter table author alter small set expression as (1) ~ data-loss,table-rewrite",
                "alter table author add bits bit(3); alter table author alter bits type bit(5) ~ table-rewrite",
                "alter table author rename to writer ~ rename-breaks-servers",
                "alter table author rename name to full_name ~ rename-breaks-servers",
                "alter table author set schema film ~ rename-breaks-servers",
                "alter table author add a int; alter table book add b int ~ several-locks",
                "update author set age = 1 ~ backfill-in-transaction",
                "update author set age = 1 where age is null ~ backfill-in-transaction",
                "alter table author drop constraint author_note cascade ~ data-loss",
                "alter table author drop column if exists name ~ data-loss",
                "alter table author add column if not exists more int; alter table author alter more type smallint ~ table-rewrite",
                "do $$ begin loop update author set age = 1 where age is null; commit; end loop; end $$;"
                        + " alter table author alter age set not null ~ concurrent-in-transaction,not-null-scans-table",
                "alter type mood rename to tone; create type tone as enum ('WILD') ~ data-loss",
                "alter table author rename name to names; alter table author rename names to more; alter table author drop more"
                        + " ~ rename-breaks-servers,data-loss",
                "drop materialized view figures ~ data-loss",
                "delete from only author ~ data-loss",
                "alter table author alter age set expression as (id * 2) ~ table-rewrite",
                "alter table author set tablespace fast ~ table-rewrite",
                "alter table author set logged ~ table-rewrite",
                "cluster author using book_title ~ table-rewrite",
                "alter table author add key int not null generated always as identity ~ table-rewrite",
                "alter table author add key serial not null ~ table-rewrite",
                "alter table author add twice int not null generated always as (age * 2) stored ~ table-rewrite",
                "alter table author alter name type varchar(90) using name || 'x' ~ table-rewrite",
                "alter table author alter name type varchar(90) using name::varchar(20) ~ table-rewrite",
                "alter table author alter name type varchar(90) using note::varchar(90) ~ table-rewrite",
                "alter table author alter name type varchar(90), alter name type varchar(85) ~ table-rewrite,type-narrowing",
                "alter table author add more int primary key ~ not-null-without-values,key-builds-index",
                "alter table book add more bigint default 1 references author ~ constraint-scans-table",
                "alter table author add check (age > 0) ~ constraint-scans-table",
                "alter table author add primary key (name) ~ key-builds-index",
                "alter table author drop constraint author_note; alter table author alter note set not null"
                        + " ~ not-null-scans-table,not-null-without-values",
                "alter table author add constraint a check (age is not null) not valid; alter table author alter age set not null"
                        + " ~ not-null-scans-table,not-null-without-values",
                "alter table author add constraint a check (age is not null or id > 1); alter table author alter age set not null"
                        + " ~ constraint-scans-table,not-null-scans-table,not-null-without-values",
                "update author set age = 0 where age is null; alter table author alter age set not null"
                        + " ~ backfill-in-transaction,not-null-scans-table",
                "update only author set age = null where age is not null ~ backfill-in-transaction",
                "with some as (select 1) update author set age = 1 ~ backfill-in-transaction",
                "reindex index book_title ~ index-not-concurrent",
                "reindex table concurrently author ~ concurrent-in-transaction",
                "create database other ~ concurrent-in-transaction",
                "create tablespace fast location '/fast' ~ concurrent-in-transaction",
                "drop database other ~ concurrent-in-transaction",
                "drop tablespace fast ~ concurrent-in-transaction",
                "do $$ begin update author set age = 1 where id = 1; commit; end $$ ~ concurrent-in-transaction",
                "do $$ begin for i in 1..3 loop truncate author; end loop; end $$ ~ data-loss",
                "do $$ begin while true loop truncate author; end loop; end $$ ~ data-loss",
                "do $$ begin if a then null; elsif b then truncate author; else delete from author; end if; end $$"
                        + " ~ data-loss,data-loss",
                "do $$ begin null; exception when others then truncate author; end $$ ~ data-loss",
                "alter table if exists author rename column name to full_name ~ rename-breaks-servers",
                "alter table author rename to writer; alter table writer rename to scribe"
                        + " ~ rename-breaks-servers,rename-breaks-servers",
                "alter table author rename to writer; create view other as select * from writer ~ rename-breaks-servers",
                "alter table author rename name to full_name; alter table author rename age to names ~ rename-breaks-servers,"
                        + "rename-breaks-servers",
                "alter table author add a234567890123456789012345678901234567890123456789012345678901234 int ~ name-too-long",
            })
    void dangersAreFound(String sql, String rules) throws IOException {
        assertThat(rules(changeSet(sql, ""))).containsExactly(rules.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- drop table author\nselect 1",
                "/* truncate author; */ insert into author (name) values ('drop table author; delete from book')",
                "select $$ drop table author; $$",
                "alter table author add \"drop\" int",
                "comment on table author is 'alter table author rename to b'",
                "delete from author where id = 3",
                "alter table author alter name type varchar(90)",
                "alter table author alter name type text using name::text",
                "alter table author alter salary type numeric(12, 2)",
                "alter table author add at2 timestamptz not null default now()",
                "alter table author add kind varchar(20) default 'a'::character varying(20) not null",
                "alter table author add more bigint default (7)::bigint",
                "alter table author add author_id bigint references author",
                "alter table book add constraint c foreign key (author_id) references author not valid",
                "alter table author alter note set not null",
                "alter table author add constraint n not null age not valid",
                "alter table author add double int generated always as (age * 2) virtual",
                "alter table author add double int generated always as (age * 2) virtual;"
                        + " alter table author alter double set expression as (age + stored);"
                        + " alter table author rename double to twice; alter table author alter twice set expression as (1);"
                        + " alter table author rename to writer; create view author as select * from writer;"
                        + " alter table writer alter twice set expression as (2)",
                "alter table author add double int generated always as (age + (stored))",
                "alter table author add constraint c check (age > 0) not enforced",
                "alter table author add more int check (more > 0) not enforced",
                "alter table author add constraint n not null age not valid; alter table author validate constraint other;"
                        + " alter table author add constraint later not null small not valid",
                "create table other (id int); reindex table other; create index other_id on other (id); reindex index other_id",
                "create table film.other (id int); create index other_id on film.other (id); drop index film.other_id;"
                        + " create index other_id on film.other (id); alter table film.other set schema public;"
                        + " drop index other_id",
                "alter table author alter age drop not null, alter age set default 3",
                "alter table author add constraint k unique using index k_index",
                "create table other (id int primary key); create index on other (id); alter table other add unique (id);"
                        + " alter table other alter id set not null; alter table other rename id to key;"
                        + " update other set key = 1; drop table other",
                "alter table author rename to writer; create view author as select * from writer",
                "update author set age = 1 where id between 1 and 100",
                "alter type mood add value 'SAD'",
                "alter index book_title rename to book_name",
                "create trigger t before update on author for each row execute function f()",
                "alter table author rename constraint a to b",
                "drop type mood",
                "alter table author * add more int",
                "alter table author alter age drop not null",
                "create global temporary table other (id int); truncate other",
                "create local temp table other (id int); truncate other",
                "drop function f()",
                "alter table author drop constraint author_note",
                "alter table author add more varchar(10); alter table author alter more type varchar(20);"
                        + " alter table author rename more to most; alter table author drop most",
                "create sequence numbers; drop sequence numbers",
                "create sequence if not exists numbers; drop sequence numbers",
                "create table other (id int); create index if not exists other_id on only other (id)",
                "alter table author rename to writer; create recursive view author (id) as select 1",
                "alter table author rename to writer; create materialized view if not exists author as select 1",
                "create table other (id int); create index other_id on other (id); drop index other_id;"
                        + " alter table other add more int unique; alter table other rename to another;"
                        + " alter table another set schema film; create index on film.another (id);"
                        + " alter table film.another set schema public; drop table another",
                "create unlogged table if not exists other (id int); drop table other",
                "create temporary table other (id int); truncate other",
                "create table other (id int); lock table author; alter table other add more int",
                "alter type mood rename to mood_before; create type mood as enum ('SAD', 'WILD', 'CALM')",
                "alter table author add constraint a check (note is not null) not valid",
                "alter table author add column if not exists more int",
                "alter table author add copy text; alter table author rename name to names;"
                        + " alter table author rename copy to name",
                "alter table author set schema film; create or replace view author as select * from film.author",
            })
    void whatIsSafeIsLeftAlone(String sql) throws IOException {
        assertThat(lint(changeSet(sql, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently a on author (name)",
                "drop index concurrently book_title",
                "reindex index concurrently book_title",
                "do $$ begin loop update author set age = 1 where age is null; exit when not found; commit; end loop; end $$",
            })
    void whatIsOutsideOfATransactionMayBeConcurrent(String sql) throws IOException {
        assertThat(lint(changeSet(sql, "runInTransaction: false"))).isEmpty();
    }

    @Test
    void aNotNullConstraintThatIsValidIsOneThatSetNotNullNeedsNotCheck() throws IOException {
        String made = changeSet("alter table author add constraint n not null age not valid", "");
        String validated = "  - changeSet: {id: more, author: ada, rollback: empty, changes:"
                + " [sql: {sql: alter table author validate constraint n}]}\n";
        String set = "  - changeSet: {id: last, author: ada, rollback: empty, changes:"
                + " [sql: {sql: alter table author alter age set not null}]}\n";

        assertThat(rules(made + validated + set)).isEmpty();
        assertThat(rules(made + set)).containsExactly("not-null-scans-table", "not-null-without-values");
    }

    @Test
    void tablesThatAreWrittenAnewAreNamed() throws IOException {
        assertThat(lint(changeSet("cluster verbose author; vacuum full book", "runInTransaction: false")))
                .extracting(Finding::message)
                .containsExactly(
                        "all rows of author are written anew: the table is copied",
                        "all rows of book are written anew: the table is copied");
    }

    @Test
    void whatIsLookedAtIsNotRun() throws IOException {
        String changelog =
                changeSet("select 1", "").replace("        - sql:\n", """
                        - executeCommand: {executable: touch, args: [{arg: {value: %s}}]}
                        - sql:
                """.formatted(folder().resolve("touched")));

        assertThat(rules(changelog)).containsExactly("not-read");
        assertThat(folder().resolve("touched")).doesNotExist();
    }

    @Test
    void whatGoesIsNamed() throws IOException {
        String sql = "alter type mood rename to mood_before; create type mood as enum ('WILD')";
        assertThat(lint(changeSet(sql, "")))
                .extracting(Finding::message)
                .containsExactly("the enumeration mood has no CALM any more");
    }

    @Test
    void aFindingSaysWhereWhatAndHowElse() throws IOException {
        assertThat(lint(changeSet("select 1; drop table author", "")))
                .containsExactly(new Finding(
                        "later.yaml",
                        "later",
                        2,
                        "select 1; drop table author",
                        "data-loss",
                        Severity.ERROR,
                        "all rows of author go",
                        Rule.DATA_LOSS.saferForm()));
    }

    @Test
    void aRuleIsSilencedWithAReason() throws IOException {
        assertThat(lint(changeSet("drop table author", "comment: 'lint: data-loss nobody has used it since 2.1'")))
                .isEmpty();
        assertThat(rules(changeSet("drop table author", "comment: 'lint: data-loss'")))
                .containsExactly("data-loss", "silence-without-reason");
        assertThat(rules(changeSet("drop table author", "comment: 'lint: data-lost because'")))
                .containsExactly("data-loss", "silence-without-rule");
        assertThat(rules(changeSet("select 1", "comment: |-\n  Why it is.\n  lint: data-loss because")))
                .containsExactly("silence-without-rule");
    }

    @Test
    void changesOfLiquibasesOwnAreReadAsWhatTheyRun() throws IOException {
        String changelog = """
                databaseChangeLog:
                  - changeSet:
                      id: later
                      author: ada
                      changes:
                        - addColumn:
                            tableName: author
                            columns:
                              - column: {name: more, type: int, constraints: {nullable: false}}
                        - dropTable: {tableName: book}
                        - createIndex:
                            tableName: author
                            indexName: a
                            columns: [column: {name: name}]
                        - addForeignKeyConstraint:
                            {baseTableName: book, baseColumnNames: author_id, constraintName: f, referencedTableName: author, referencedColumnNames: id}
                        - addNotNullConstraint: {tableName: author, columnName: age, columnDataType: int}
                        - modifyDataType: {tableName: author, columnName: age, newDataType: smallint}
                        - renameColumn: {tableName: author, oldColumnName: name, newColumnName: full_name}
                        - renameTable: {oldTableName: author, newTableName: writer}
                        - sqlFile: {path: more.sql}
                        - executeCommand: {executable: ls}
                      rollback: empty
                """;
        Files.writeString(folder().resolve("more.sql"), "truncate author;\n-- drop table author\ndelete from book;");

        assertThat(rules(changelog))
                .containsExactly(
                        "not-null-without-values",
                        "data-loss",
                        "index-not-concurrent",
                        "constraint-scans-table",
                        "not-null-scans-table",
                        "not-null-without-values",
                        "table-rewrite",
                        "type-narrowing",
                        "rename-breaks-servers",
                        "rename-breaks-servers",
                        "data-loss",
                        "data-loss",
                        "not-read",
                        "several-locks");
    }

    @Test
    void whatCannotBeTakenBackSaysSo() throws IOException {
        String with = changeSet("select 1", "");

        assertThat(rules(with)).isEmpty();
        assertThat(rules(with.replace("      rollback: empty\n", ""))).containsExactly("no-rollback");
        for (String one :
                List.of("empty: {}", "addColumn: {tableName: author, columns: [column: {name: a, type: int}]}")) {
            String changes = with.substring(0, with.indexOf("        - sql:")) + "        - " + one + "\n";
            assertThat(rules(changes)).as(one).isEmpty();
            assertThat(rules(changes + "        - sql: {sql: select 1}\n"))
                    .as(one)
                    .containsExactly("no-rollback");
        }
    }

    @Test
    void aChangelogThatCannotBeReadIsAnError() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> lint("databaseChangeLog: [changeSet: {id: [}]"))
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.CHANGELOG_UNREADABLE));
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> Lint.in(folder().resolve("nowhere")).findings("all.yaml"))
                .satisfies(error -> assertThat(error.code()).isEqualTo(MigrationError.CHANGELOG_UNREADABLE));
    }
}
