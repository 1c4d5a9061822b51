// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionReadTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private Select<Author> byName(String name) {
        return select(a).where(a.name.eq(name));
    }

    @Test
    void statementsGiveManagedEntities() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a).orderBy(a.id.asc()));

            assertThat(authors).extracting(Author::name).containsExactly("Ada", "Bob", "Cyd", "Dan");
            assertThat(authors).allMatch(session::contains);
            assertThat(authors.get(0).home().city()).isEqualTo("London");
            assertThat(authors.get(1).home()).isNull();
        });
        assertThat(statements()).hasSize(1);
    }

    @Test
    void conversionsOfMappingsApply() {
        sessions.transaction(session -> {
            Article article = session.one(select(art).where(art.status.eq(Status.PUBLISHED), art.id.eq(11L)));

            assertThat(article.status()).isEqualTo(Status.PUBLISHED);
            assertThat(article.version()).isEqualTo(1);
        });
    }

    @Test
    void changesAreWrittenAtCommit() {
        sessions.transaction(session -> session.one(byName("Ada")).rename("Ada Lovelace"));

        assertThat(this.<String>read(session -> session.one(selectValue(a.name).where(a.id.eq(1L)))))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void relationsLoadWhenTheyAreFirstUsed() {
        sessions.transaction(session -> {
            Article article = session.one(select(art).where(art.id.eq(11L)));
            assertThat(statements()).hasSize(1);
            assertThat(article.author().name()).isEqualTo("Ada");
            assertThat(statements()).hasSize(2);
            assertThat(article.keywords()).containsExactlyInAnyOrder("steam", "cards");
            assertThat(article.comments()).hasSize(2);
        });
    }

    @Test
    void anEntityIsOneObjectForEachRow() {
        sessions.transaction(session -> {
            Author ada = session.one(byName("Ada"));

            assertThat(session.one(byName("Ada"))).isSameAs(ada);
            assertThat(session.get(Author.class, 1L)).containsSame(ada);
            assertThat(session.one(select(art).where(art.id.eq(11L))).author()).isSameAs(ada);
        });
    }

    @Test
    void pendingChangesSurviveReading() {
        sessions.transaction(session -> {
            Author ada = session.one(byName("Ada"));
            ada.rename("Augusta");

            session.noAutoflush(() -> session.list(select(a)));

            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(session.isModified(ada)).isTrue();
        });
    }

    @Test
    void readingWritesPendingChangesFirst() {
        sessions.transaction(session -> {
            session.one(byName("Ada")).rename("Augusta");

            assertThat(session.oneOrNone(byName("Augusta"))).isPresent();
            assertThat(session.oneOrNone(byName("Ada"))).isEmpty();
        });
    }

    @Test
    void readingDoesNotWriteInABlockThatSaysSo() {
        sessions.transaction(session -> {
            session.one(byName("Ada")).rename("Augusta");

            assertThat(session.<Boolean>noAutoflush(() -> session.exists(byName("Augusta"))))
                    .isFalse();
            assertThat(session.exists(byName("Augusta"))).isTrue();
        });
    }

    @Test
    void theSharedCacheIsNotRead() {
        sessions.transaction(session -> session.entityManager().find(Author.class, 1L));
        execute("update author set name = 'Augusta', version = 2 where id = 1");

        sessions.transaction(session -> {
            Author author = session.one(select(a).where(a.id.eq(1L)));
            assertThat(author.name()).isEqualTo("Augusta");
            author.rename("Ada");
        });
        assertThat(this.<String>read(
                        session -> session.one(select(a).where(a.id.eq(1L))).name()))
                .isEqualTo("Ada");
    }

    @Test
    void aTransactionHasOneConnection() {
        sessions.transaction(session -> {
            session.list(select(a));
            session.one(select(art).where(art.id.eq(11L))).comments().forEach(comment -> assertThat(comment.text())
                    .isNotEmpty());
            session.scalar(selectValue(a.name));
        });
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void valuesAndRowsAreReadOnTheTransactionsConnection() {
        sessions.transaction(session -> {
            session.one(byName("Ada")).rename("Augusta");

            Row row = session.one(select(a.name, count(art.id))
                    .from(a)
                    .join(a.articles, art)
                    .where(a.id.eq(1L))
                    .groupBy(a.id));
            assertThat(row.get(a.name)).isEqualTo("Augusta");
            assertThat(row.get(count(art.id))).isEqualTo(2L);
            assertThat(session.scalar(selectValue(a.name).where(a.id.eq(1L)))).contains("Augusta");
        });
    }

    record Named(long id, String name) {}

    @Test
    void recordsAreRead() {
        assertThat(this.<List<Named>>read(session -> session.list(
                        select(Named.class, a.id, a.name).orderBy(a.id.desc()).limit(2))))
                .containsExactly(new Named(4, "Dan"), new Named(3, "Cyd"));
    }

    @Test
    void queriesAreCountedAndAskedForRows() {
        sessions.transaction(session -> {
            assertThat(session.count(select(a))).isEqualTo(4);
            assertThat(session.count(select(art).where(art.status.eq(Status.DRAFT))))
                    .isEqualTo(2);
            assertThat(session.exists(byName("Eve"))).isFalse();
            assertThat(session.exists(byName("Ada"))).isTrue();
        });
    }

    @Test
    void oneIsOneAndNoOther() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.one(byName("Eve")))
                    .isInstanceOfSatisfying(
                            SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.NO_ROW));
            assertThatThrownBy(() -> session.one(select(a)))
                    .isInstanceOfSatisfying(
                            SqlException.class, e -> assertThat(e.code()).isEqualTo(SqlError.SEVERAL_ROWS));
            assertThat(session.first(select(a).orderBy(a.id.desc())))
                    .map(Author::name)
                    .contains("Dan");
        });
    }

    @Test
    void combinedQueriesGiveEntities() {
        QAuthor b = QAuthor.as("b");
        sessions.transaction(session -> assertThat(
                        session.list(byName("Ada").unionAll(select(b).where(b.name.eq("Cyd")))))
                .extracting(Author::name)
                .containsExactly("Ada", "Cyd"));
    }

    @Test
    void anOuterJoinMayHaveNoEntity() {
        sessions.transaction(session -> assertThat(session.list(select(a)
                        .rightJoin(a.articles, art)
                        .where(art.id.in(13L, 14L))
                        .orderBy(art.id.asc())))
                .extracting(author -> author == null ? null : author.name())
                .containsExactly("Bob", null));
    }

    @Test
    void readingSessionsDoNotWrite() {
        sessions.read(session -> {
            session.one(byName("Ada")).rename("Augusta");
            return true;
        });
        assertThatThrownBy(() -> sessions.read(session ->
                        session.execute(update(a).set(a.name, "Augusta").where(a.id.eq(1L)))))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("read-only transaction");
        assertThat(this.<Boolean>read(session -> session.exists(byName("Ada")))).isTrue();
    }

    @InJavaSe
    @Test
    void entitiesAreReadWithoutATransactionAndWrittenInALaterOne() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            Author ada = session.one(byName("Ada"));
            assertThat(session.contains(ada)).isTrue();
            assertThat(session.count(select(a))).isEqualTo(4);

            entities.getTransaction().begin();
            ada.rename("Augusta");
            entities.getTransaction().commit();
        }
        assertThat(this.<Boolean>read(session -> session.exists(byName("Augusta"))))
                .isTrue();
    }

    @Test
    void whatTheDatabaseRefusesIsAnErrorOfStatements() {
        assertThatThrownBy(() -> sessions.transaction(session ->
                        session.list(select(a).where(a.id.eq(inline(1L).dividedBy(0L))))))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.sqlState()).contains("22012"));
    }
}
