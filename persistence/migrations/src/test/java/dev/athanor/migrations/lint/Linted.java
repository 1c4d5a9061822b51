// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Lints a changelog after one that has made two tables. */
abstract class Linted {
    private static final String EARLIER = """
            databaseChangeLog:
              - changeSet:
                  id: earlier
                  author: ada
                  changes:
                    - sql:
                        sql: |-
                          create type mood as enum ('CALM', 'WILD');
                          create table author (id bigint primary key, name varchar(80), salary numeric(10, 2),
                            age int, note text, mood mood, at timestamptz, small smallint, codes varchar(10)[],
                            at3 timestamptz(3), bits bit(3), fixed char(3), address cidr, span interval(2),
                            twice bigint generated always as (id * 2) stored);
                          create table book (id bigint primary key, author_id bigint, title text);
                          create index book_title on book (title);
                          create index author_name on author (name);
                          alter table author add constraint author_note check ((note is not null)) not valid;
                          alter table author validate constraint author_note
                  rollback: empty
            """;

    @TempDir
    private Path folder;

    /** What has made the tables, as statements. */
    static String earlier() {
        return EARLIER.substring(EARLIER.indexOf("create type"), EARLIER.indexOf("      rollback"));
    }

    Path folder() {
        return folder;
    }

    List<Finding> lint(String changelog) throws IOException {
        Files.writeString(folder.resolve("earlier.yaml"), EARLIER);
        Files.writeString(folder.resolve("later.yaml"), changelog);
        Files.writeString(folder.resolve("all.yaml"), """
                databaseChangeLog:
                  - include: {file: earlier.yaml}
                  - include: {file: later.yaml}
                """);
        return Lint.in(folder).findings("all.yaml");
    }

    List<String> rules(String changelog) throws IOException {
        return lint(changelog).stream().map(Finding::rule).toList();
    }

    static String changeSet(String sql, String more) {
        return """
                databaseChangeLog:
                  - changeSet:
                      id: later
                      author: ada
                %s
                      changes:
                        - sql:
                            splitStatements: false
                            sql: |-
                              %s
                      rollback: empty
                """.formatted(more.indent(6), sql.replace("\n", "\n              "));
    }
}
