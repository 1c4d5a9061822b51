// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Status;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStreamTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    @Test
    void rowsAreReadOneAfterTheOther() {
        sessions.transaction(session -> {
            try (Stream<String> names = session.stream(selectValue(a.name).orderBy(a.id.asc()), 2)) {
                assertThat(names).containsExactly("Ada", "Bob", "Cyd", "Dan");
            }
        });
    }

    @Test
    void entitiesLeaveTheSessionWhenTheNextAreRead() {
        sessions.transaction(session -> {
            try (Stream<Author> stream = session.stream(select(a).orderBy(a.id.asc()), 2)) {
                Iterator<Author> authors = stream.iterator();
                Author ada = authors.next();
                Author bob = authors.next();
                assertThat(session.contains(ada)).isTrue();

                Author cyd = authors.next();
                assertThat(session.contains(ada)).isFalse();
                assertThat(session.contains(bob)).isFalse();
                assertThat(session.contains(cyd)).isTrue();
            }
        });
    }

    @Test
    void whatIsLoadedWithEntitiesLeavesWithThem() {
        sessions.transaction(session -> {
            List<Author> seen = new ArrayList<>();
            try (Stream<Article> articles =
                    session.stream(select(art).options(selectin(art.author)).orderBy(art.id.asc()), 1)) {
                articles.forEach(article -> {
                    assertThat(seen).noneMatch(session::contains);
                    Optional.ofNullable(article.author()).ifPresent(seen::add);
                });
            }
            assertThat(seen).isNotEmpty().noneMatch(session::contains);
        });
    }

    @Test
    void whatChangedEntitiesLeadToStays() {
        sessions.transaction(session -> {
            List<Author> seen = new ArrayList<>();
            try (Stream<Article> articles = session.stream(
                    select(art).where(art.status.eq(Status.DRAFT)).options(selectin(art.author)), 1)) {
                articles.forEach(article -> {
                    article.publish();
                    Optional.ofNullable(article.author()).ifPresent(seen::add);
                });
            }
            assertThat(seen).isNotEmpty().allMatch(session::contains);
        });
        assertThat(this.<Long>read(session -> session.count(select(art).where(art.status.ne(Status.PUBLISHED)))))
                .isZero();
    }

    @Test
    void changedEntitiesAndThoseThatWereThereStay() {
        sessions.transaction(session -> {
            Author bob = session.get(Author.class, 2L).orElseThrow();
            List<Author> seen = new ArrayList<>();
            try (Stream<Author> authors = session.stream(select(a).orderBy(a.id.asc()), 1)) {
                authors.forEach(author -> {
                    seen.add(author);
                    if (author.id() == 3) {
                        author.rename("Cynthia");
                    }
                });
            }
            assertThat(seen).filteredOn(session::contains).containsExactly(bob, seen.get(2));
        });
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 3L).orElseThrow().name()))
                .isEqualTo("Cynthia");
    }

    @Test
    void otherStatementsRunWhileAStreamIsOpen() {
        sessions.transaction(session -> {
            try (Stream<Author> authors = session.stream(select(a).orderBy(a.id.asc()), 1)) {
                assertThat(authors.map(author -> session.count(select(a).where(a.id.le(author.id())))))
                        .containsExactly(1L, 2L, 3L, 4L);
            }
        });
    }

    @Test
    void streamsNeedATransaction() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            assertThatThrownBy(() -> session.stream(select(a), 10))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_NEEDED));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @InJavaSe
    void streamsEndWithTheirTransactions(boolean commits) {
        List<Iterator<?>> left = new ArrayList<>();
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            entities.getTransaction().begin();
            left.add(session.stream(select(a).orderBy(a.id.asc()), 1).iterator());
            left.add(session.stream(selectValue(a.name).orderBy(a.id.asc()), 1).iterator());
            assertThat(left).allMatch(Iterator::hasNext);
            left.forEach(Iterator::next);
            if (commits) {
                entities.getTransaction().commit();
            } else {
                entities.getTransaction().rollback();
            }

            assertThat(left).allSatisfy(rows -> assertThatThrownBy(rows::next)
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.STREAM_ENDED)));
            entities.getTransaction().begin();
            assertThat(session.list(select(a))).hasSize(4);
            assertThat(left).allSatisfy(rows -> assertThatThrownBy(rows::next).isInstanceOf(OrmException.class));
            entities.getTransaction().rollback();
        }
    }
}
