// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to wait for whom is known. */
class LintLocksTest extends Linted {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table author",
                "truncate author",
                "lock table author",
                "create index on author (name)",
                "create trigger t before update on author for each row execute function f()",
                "create policy p on author",
                "drop trigger t on author",
                "drop policy if exists p on author",
                "lock table author in share mode",
                "reindex table author",
                "cluster author",
                "create constraint trigger t after update on author for each row execute function f()",
                "alter table author rename to writer",
                "alter table author set schema film",
                "alter table author set logged",
                "alter table author set tablespace fast",
                "alter table author add more int",
                "alter table author drop column age",
                "alter table author rename age to years",
                "alter table author alter age type bigint",
                "alter table author alter age set expression as (1)",
                "alter table author alter age set not null",
                "alter table author alter age drop not null",
                "alter table author alter age set default 1",
                "alter table author add constraint c check (id > 0) not valid",
                "alter table author drop constraint author_note",
            })
    void twoTablesThatNobodyCanUseAreSaid(String sql) throws IOException {
        assertThat(rules(changeSet(sql, ""))).doesNotContain("several-locks");
        assertThat(rules(changeSet(sql + "; lock table book", ""))).endsWith("several-locks");
        assertThat(rules(changeSet(sql + "; drop index book_title", ""))).endsWith("several-locks");
        assertThat(rules(changeSet(sql + "; lock table book", "runInTransaction: false")))
                .doesNotContain("several-locks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from author where id = 1",
                "update author set age = 1 where id = 1",
                "alter table author validate constraint author_note",
                "create view some as select * from author",
                "create sequence numbers",
                "create type kind as enum ('ONE')",
                "create table other (id int)",
                "insert into author (id) values (1)",
                "lock table author in access share mode",
                "lock table author in row exclusive mode nowait",
                "lock table author in share update exclusive mode",
                "alter table author set (fillfactor = 70)",
                "alter table author reset (fillfactor)",
                "alter table author set without cluster",
                "alter table author cluster on author_pkey",
                "alter table author alter age set statistics 100",
                "alter table author alter age set (n_distinct = 5)",
                "alter table author alter age reset (n_distinct)",
            })
    void whatLetsOthersWorkIsNoLock(String sql) throws IOException {
        assertThat(rules(changeSet(sql + "; lock table book", ""))).isEmpty();
    }

    @Test
    void oneFileKnowsItsTablesAndTheNextDoesNot() throws IOException {
        String two = changeSet("create table other (id int)", "") + """
                  - changeSet:
                      id: last
                      author: ada
                      changes:
                        - sql: {sql: create index on other (id)}
                        - sql: {sql: alter table other add constraint c check (id > 0) not valid}
                        - sql: {sql: alter table other validate constraint c}
                      rollback: empty
                """;
        assertThat(lint(two)).isEmpty();
        assertThat(rules(changeSet("create index on book (title)", ""))).containsExactly("index-not-concurrent");
    }

    @Test
    void whoHasToWaitIsSaid() throws IOException {
        assertThat(lint(changeSet("alter table book add foreign key (author_id) references author", "")))
                .extracting(Finding::message)
                .containsExactly("nobody can write to book while all its rows are looked at");
        assertThat(lint(changeSet(
                        "alter table book add constraint f foreign key (author_id) references author not valid,"
                                + " add constraint c check (id > 0) not valid;"
                                + " alter table book validate constraint f, validate constraint c",
                        "")))
                .extracting(Finding::message)
                .containsExactly(
                        "nobody can write to book while all its rows are looked at",
                        "nobody can use book while all its rows are looked at");
        assertThat(lint(changeSet("alter table book add check (id > 0)", "")))
                .extracting(Finding::message)
                .containsExactly("nobody can use book while all its rows are looked at");
    }
}
