// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QTag;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where EclipseLink writes in batches. */
class BatchWritingTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QTag t = QTag.as("t");

    @Test
    void statementsRunAfterWhatIsInTheBatch(TestDatabase database) {
        try (EntityManagerFactory batching = Persistence.createEntityManagerFactory(
                "press",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        database.dataSource(),
                        "eclipselink.session-name",
                        "batching",
                        "eclipselink.jdbc.batch-writing",
                        "JDBC"))) {
            SessionFactory.of(batching).transaction(session -> {
                session.addAll(List.of(new Author(7, "Gus"), new Author(8, "Hal")));
                assertThat(session.execute(update(a).set(a.name, "x").where(a.id.ge(7L))))
                        .isEqualTo(2);
                assertThat(session.list(insert(t).set(t.name, "xml").returningValue(t.name)))
                        .containsExactly("xml");
                session.add(new Author(9, "Ivy"));
                RowMapping<Long> pupils = RowMapping.of(Long.class, a)
                        .set(a.id, id -> id)
                        .set(a.name, id -> "pupil")
                        .set(a.mentor.id, id -> 9L);
                session.bulk().insert(pupils, List.of(100L, 101L));
                assertThat(session.count(select(a).where(a.mentor.id.eq(9L)))).isEqualTo(2);
            });
        }
    }
}
