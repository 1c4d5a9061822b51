// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.QAuthor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What tests of inserting in bulk extend: rows to insert into the table of authors, and what is there of them. */
abstract class BulkInsertTests extends SessionTest {
    final QAuthor a = QAuthor.as("a");

    record Line(long id, String name) {}

    final RowMapping<Line> lines = RowMapping.of(Line.class, a)
            .set(a.id, Line::id)
            .set(a.name, Line::name)
            .set(a.version, line -> 7);

    static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(1000 + i, "Author " + i))
                .toList();
    }

    final <T> T written(Function<Session, T> work) {
        return sessions.<T, RuntimeException>transactionResult(work::apply);
    }

    final List<String> names() {
        return read(session ->
                session.list(selectValue(a.name).where(a.id.ge(1000L)).orderBy(a.id.asc())));
    }

    final long count() {
        return this.<Long>read(session -> session.count(select(a).where(a.id.ge(1000L))));
    }
}
