// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.QTag;
import dev.athanor.sql.Column;
import dev.athanor.sql.SqlException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records and maps that are inserted in bulk. */
class BulkInsertRowsTest extends BulkInsertTests {
    private final QTag t = QTag.as("t");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 500})
    void recordsBecomeRows(int count) {
        BulkResult result = written(session -> session.bulk().insert(lines, lines(count)));

        assertThat(result).isEqualTo(new BulkResult(count, List.of(), List.of()));
        assertThat(names())
                .containsExactlyElementsOf(lines(count).stream().map(Line::name).toList());
    }

    @Test
    void manyRowsAreCopiedWhereNothingIsGivenOfThem() {
        forgetStatements();
        written(session -> session.bulk().insert(lines, lines(5000)));
        assertThat(statements()).noneMatch(sql -> sql.startsWith("insert"));

        written(session -> session.bulk()
                .insertReturning(t.name, RowMapping.of(Line.class, t).set(t.name, Line::name), lines(5000)));
        assertThat(statements()).filteredOn(sql -> sql.startsWith("insert")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void signsComeAsTheyAre(int count) {
        String hostile =
                "tab\t line\n return\r back\\slash \\N \\. {\"quoted\",'x'} ; drop table author -- žluť 😀 \b\f\u000b";
        Line line = new Line(1000, hostile);
        List<Line> rows = new ArrayList<>(List.of(line, new Line(1001, "NULL"), new Line(1002, "")));
        rows.addAll(lines(count).subList(0, count - 1).stream()
                .map(other -> new Line(other.id() + 10_000, other.name()))
                .toList());
        forgetStatements();
        written(session -> session.bulk().insert(lines, rows));
        assertThat(statements()).filteredOn(sql -> sql.startsWith("insert")).hasSize(count == 2 ? 1 : 0);
        assertThat(names()).startsWith(hostile, "NULL", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void mapsBecomeRowsWithDefaultsForWhatTheyLack(int count) {
        List<Map<Column<?>, ?>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of(a.id, 1000L + 2L * i, a.name, "with", a.version, 5));
            rows.add(Map.of(a.id, 1001L + 2L * i, a.name, "without"));
        }
        written(session -> session.bulk().insert(a, rows));

        assertThat(this.<List<Integer>>read(session -> session.list(
                        selectValue(a.version).where(a.id.ge(1000L)).orderBy(a.id.asc()))))
                .containsExactlyElementsOf(Collections.nCopies(count, List.of(5, 1)).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void valuesOfMapsFitTheirColumns() {
        assertThatThrownBy(() -> written(session -> session.bulk().insert(a, List.of(Map.of(a.id, "1")))))
                .hasMessageContaining("\"id\"")
                .hasMessageContaining("java.lang.Long");
        assertThatThrownBy(() -> written(session -> session.bulk().insert(a, List.of(Map.of(t.name, "x")))))
                .hasMessageContaining("not a column of \"a\"");
    }

    @Test
    void errorsThatAreNotOfRowsAreWhatTheyAre() {
        execute("drop table author cascade");
        assertThatThrownBy(() -> written(session -> session.bulk().insert(lines, lines(100))))
                .isInstanceOf(SqlException.class);
    }

    @Test
    void progressIsToldAfterEachChunk() {
        List<Long> told = new ArrayList<>();
        Stream<Line> stream = lines(25).stream();
        written(session -> session.bulk().chunksOf(10).onProgress(told::add).insert(lines, stream));
        assertThat(told).containsExactly(10L, 20L, 25L);
    }

    @Test
    void rowsAreWrittenInTheTransaction() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.bulk().insert(lines, lines(100));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(count()).isZero();
        try (var entities = factory().createEntityManager()) {
            assertThatThrownBy(() -> Session.of(entities).bulk().insert(lines, lines(1)))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_NEEDED));
        }
    }

    @Test
    void tablesWithPoliciesForRowsAreNotCopiedInto() {
        execute("alter table author enable row level security");
        forgetStatements();
        written(session -> session.bulk().insert(lines, lines(100)));
        assertThat(statements()).anyMatch(sql -> sql.startsWith("insert"));
        assertThat(count()).isEqualTo(100);
    }
}
