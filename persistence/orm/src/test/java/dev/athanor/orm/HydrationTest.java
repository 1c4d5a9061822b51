// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Letter;
import dev.athanor.orm.press.LetterReader;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QLetter;
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.RatingId;
import dev.athanor.orm.press.Sample;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;

/** How entities are made of rows. */
class HydrationTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QLetter l = QLetter.as("l");

    @Test
    void listenersAreToldOnceOfTheRowsValues() {
        read(session -> {
            List<Letter> letters = session.list(select(l).orderBy(l.id.asc()));
            assertThat(session.list(select(l))).hasSize(3);
            assertThat(letters).extracting(Letter::loaded).containsExactly("first;", "second;", "third;");
            return letters;
        });
    }

    @Test
    void listenersMayRead() {
        sessions.transaction(session -> {
            List<String> names = new ArrayList<>();
            LetterReader.during(
                    letter -> {
                        names.addAll(session.list(select(a).where(a.id.eq(letter.id()))).stream()
                                .map(Author::name)
                                .toList());
                        if (letter.author() != null) {
                            names.add(letter.author().name());
                        }
                    },
                    () -> assertThat(session.list(select(l).orderBy(l.id.asc())))
                            .extracting(Letter::loaded)
                            .containsExactly("first;", "second;", "third;"));
            assertThat(names).containsExactly("Ada", "Ada", "Bob", "Bob", "Cyd");
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void listenersMayReadTheirOwnKind() {
        sessions.transaction(session -> {
            List<Integer> sizes = new ArrayList<>();
            LetterReader.during(letter -> sizes.add(session.list(select(l)).size()), () -> assertThat(
                            session.get(Letter.class, 1L).orElseThrow().loaded())
                    .isEqualTo("first;"));
            assertThat(sizes).containsExactly(3, 3, 3);
        });
    }

    @Test
    void refreshedEntitiesTakeTheRowsValuesAndAreLoadedAnew() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            assertThat(ada.articles()).hasSize(2);
            ada.rename("Augusta");
            ada.settle(null);
            execute("update article set author_id = 2 where id = 12");
            session.noAutoflush(() -> session.list(select(a).options(ReadOption.POPULATE_EXISTING)));
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(ada.home().city()).isEqualTo("London");
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void keysOfAllKindsGiveEntities() {
        UUID assigned = UUID.randomUUID();
        sessions.transaction(session -> {
            Sample sample = new Sample();
            sample.id = assigned;
            sample.letter = 'x';
            session.add(sample);
            session.add(new Letter("fourth"));
            session.add(new Article(session.get(Author.class, 1L).orElseThrow(), "Looms"));
        });
        sessions.transaction(session -> {
            assertThat(session.get(Sample.class, assigned)).isPresent();
            assertThat(session.get(Letter.class, 4L).orElseThrow().text()).isEqualTo("fourth");
            Article looms = session.list(select(QArticle.as("art"))).stream()
                    .filter(article -> article.title().equals("Looms"))
                    .findFirst()
                    .orElseThrow();
            assertThat(session.get(Article.class, looms.id())).containsSame(looms);
            assertThat(session.get(Author.class, 3L).orElseThrow().name()).isEqualTo("Cyd");
            assertThat(session.get(Rating.class, new RatingId(13L, "ann"))
                            .orElseThrow()
                            .stars())
                    .isEqualTo(4);
            session.flush();
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void changesOfWhatWasMadeAreSeenAndWritten() {
        sessions.transaction(session -> {
            Author cyd = session.get(Author.class, 3L).orElseThrow();
            Author bob = session.get(Author.class, 2L).orElseThrow();
            assertThat(session.isModified(cyd)).isFalse();
            cyd.rename("Cyril");
            assertThat(session.history(cyd, "name")).isEqualTo(new History("Cyd", "Cyril"));
            cyd.home().moveTo("Lyon");
            cyd.learnFrom(bob);
            forgetStatements();
        });
        assertThat(statements()).hasSize(1);
        read(session -> {
            Author cyd = session.get(Author.class, 3L).orElseThrow();
            assertThat(cyd.name()).isEqualTo("Cyril");
            assertThat(cyd.home().city()).isEqualTo("Lyon");
            assertThat(cyd.mentor().name()).isEqualTo("Bob");
            assertThat(cyd.version()).isEqualTo(2);
            return cyd;
        });
    }

    @InJavaSe
    @Test
    void unitsThatWriteInBatchesReadWhatTheyWrote() {
        try (EntityManagerFactory fresh = freshFactory()) {
            fresh.unwrap(ServerSession.class).getPlatform().setUsesBatchWriting(true);
            SessionFactory.of(fresh).transaction(session -> {
                session.list(select(a)).forEach(author -> author.rename(author.name() + "!"));
                assertThat(session.list(selectValue(a.name).orderBy(a.name.asc())))
                        .containsExactly("Ada!", "Bob!", "Cyd!", "Dan!");
                assertThat(session.execute(update(a).set(a.name, "all"))).isEqualTo(4);
            });
        }
    }

    @InJavaSe
    @Test
    void ofTwoSessionsThatChangeARowTheSecondFails() {
        try (EntityManager first = factory().createEntityManager();
                EntityManager second = factory().createEntityManager()) {
            first.getTransaction().begin();
            second.getTransaction().begin();
            Author mine = Session.of(first).get(Author.class, 1L).orElseThrow();
            Author theirs = Session.of(second).get(Author.class, 1L).orElseThrow();
            assertThat(mine).isNotSameAs(theirs);
            theirs.rename("Theirs");
            second.getTransaction().commit();

            mine.rename("Mine");
            assertThatThrownBy(() -> Session.of(first).flush())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTIMISTIC_CONFLICT));
            first.getTransaction().rollback();
        }
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 1L).orElseThrow().name()))
                .isEqualTo("Theirs");
    }

    @InJavaSe
    @Test
    void withoutATransactionEntitiesAreReadAsTheyAreThen() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            Author ada = session.get(Author.class, 1L).orElseThrow();
            execute("update author set name = 'Augusta' where id = 1");
            assertThat(session.list(select(a.name, a.id).where(a.id.eq(1L)))
                            .get(0)
                            .get(a.name))
                    .isEqualTo("Augusta");
            assertThat(session.one(select(a).where(a.id.eq(1L)))).isSameAs(ada);
            assertThat(ada.name()).as("an entity keeps its values").isEqualTo("Ada");
            assertThat(session.one(select(a).where(a.id.eq(1L)).options(ReadOption.POPULATE_EXISTING))
                            .name())
                    .isEqualTo("Augusta");
            ada.rename("Nobody");
            assertThatThrownBy(session::flush).isInstanceOf(OrmException.class);
        }
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 1L).orElseThrow().name()))
                .as("what is changed without a transaction is not written")
                .isEqualTo("Augusta");
    }

    @Test
    void valuesOfAllTypesAreThoseThatEclipseLinkReads() {
        UUID id = UUID.randomUUID();
        execute("insert into sample (id, version, small, whole, fraction, half, amount, big, flag, letter, text, bytes,"
                + " \"Day\", time, status, number, yes) values ('" + id
                + "', 3, 7, 42, 1.5, 0.25, 12.50, 123456789012345678901, true, 'x', 'text', '\\x0102',"
                + " '2024-02-29', '12:30', 'DRAFT', 1, 'Y')");
        Sample ours = read(session -> {
            QSample s = QSample.as("s");
            return session.one(select(s).where(s.id.eq(id)));
        });
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(ours)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("_persistence.*", "loads")
                    .isEqualTo(entities.find(Sample.class, id));
        }
    }
}
