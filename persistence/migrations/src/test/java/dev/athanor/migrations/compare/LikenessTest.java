// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks renamed, and what does not. */
class LikenessTest {
    private static Table table(String name, Column... columns) {
        return new Table(new QualifiedName("public", name), List.of(columns), List.of(), List.of(), Optional.empty());
    }

    private static Table table(String name, String columns) {
        return table(
                name,
                Stream.of(columns.split(" ", -1))
                        .map(column -> Column.of(column, "text"))
                        .toArray(Column[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "name text, full_name text, true",
        "name text, title text, true",
        "zip integer, zip_code text, true",
        "born date, birthday date, true",
        "age integer, height integer, true",
        "age text, born date, false",
        "facts jsonb, salary numeric, false",
    })
    void columnsAreCandidatesByNameAndType(String one, String other, boolean enough) {
        Column from = Column.of(one.split(" ", -1)[0], one.split(" ", -1)[1]);
        Column to = Column.of(other.split(" ", -1)[0], other.split(" ", -1)[1]);

        assertThat(Likeness.ofColumns(from, table("a", from), to, table("a", to)) >= Likeness.ENOUGH)
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "book, id title author_id, volume, id title author_id, true",
        "book, id title author_id, volume, id title writer_id, true",
        "author, id name born mood salary, tag, id name, false",
        "author, id name, authors, id full_name, true",
        "author, id name, invoice, number total, false",
    })
    void tablesAreCandidatesByTheirColumns(String one, String columns, String other, String others, boolean enough) {
        assertThat(Likeness.ofTables(table(one, columns), false, table(other, others), false) >= Likeness.ENOUGH)
                .isEqualTo(enough);
    }

    @Test
    void allTogetherAreMostAlike() {
        double[][] worth = {{0.9, 0.8, 0}, {0.8, 0, 0}, {0, 0, 0}};

        assertThat(Assignment.best(worth, 3)).containsExactly(1, 0, -1);
        assertThat(Assignment.best(new double[][] {{0.5, 0.6}}, 2)).containsExactly(1);
        assertThat(Assignment.best(new double[][] {{0.5}, {0.6}}, 1)).containsExactly(-1, 0);
    }
}
