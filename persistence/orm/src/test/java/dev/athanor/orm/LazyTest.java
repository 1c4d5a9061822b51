// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Essay;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.Photo;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QStory;
import dev.athanor.orm.press.Reply;
import dev.athanor.orm.press.Story;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Video;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations that load when they are used. */
class LazyTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QStory s = QStory.as("s");

    /** Uses what loads by itself: by so many statements of the session's, without changing anything. */
    private void loads(int statements, Consumer<Session> use) {
        sessions.transaction(session -> {
            use.accept(session);
            assertThat(statements())
                    .hasSize(statements)
                    .allSatisfy(sql -> assertThat(sql).as("a statement of ours").startsWith("select \""));
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).as("statements after a flush").hasSize(statements);
        });
    }

    private static void refused(ThrowingCallable access, String... parts) {
        assertThatThrownBy(access)
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                .hasMessageContainingAll(parts);
    }

    private static void allRefused(Article engines, String reason) {
        refused(() -> engines.author(), "Article.author", "11", "selectin", reason);
        refused(() -> engines.comments().size(), "Article.comments", "11", "selectin", reason);
        refused(() -> engines.tags().isEmpty(), "Article.tags", "11", "selectin", reason);
        refused(() -> engines.keywords().contains("steam"), "Article.keywords", "11", "selectin", reason);
    }

    private static Article engines(Session session) {
        return session.get(Article.class, 11L).orElseThrow();
    }

    @Test
    void relationsOfAllKindsLoadByOurStatements() {
        loads(5, session -> {
            Article engines = engines(session);
            assertThat(engines.author().name()).isEqualTo("Ada");
            assertThat(engines.comments()).extracting("text").containsExactly("good", "better");
            assertThat(engines.tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "sql");
            assertThat(engines.keywords()).containsExactlyInAnyOrder("steam", "cards");
        });
    }

    @Test
    void relationsToOneOfTheOtherSideLoad() {
        loads(4, session -> {
            List<Author> authors = session.list(select(a).where(a.id.le(3L)).orderBy(a.id.asc()));
            assertThat(authors.get(0).profile().text()).isEqualTo("first");
            assertThat(authors.get(1).profile()).isNull();
            assertThat(authors.get(2).profile().text()).isEqualTo("third");
        });
    }

    @Test
    void ordersKeysAndClassesAreKept() {
        loads(5, session -> {
            Gallery gallery = session.get(Gallery.class, 1L).orElseThrow();
            assertThat(gallery.media()).hasExactlyElementsOfTypes(LiveVideo.class, Photo.class, Video.class);
            assertThat(gallery.rooms()).containsOnlyKeys(101, 102);
            assertThat(gallery.titles()).isEqualTo(Map.of("en", "Pictures", "cs", "Obrazy"));
            assertThat(gallery.sites()).extracting(Address::city).containsExactly("Prague", "Brno");
        });
    }

    @Test
    void whatLoadedLoadsFurther() {
        loads(4, session -> {
            Author bob = engines(session).comments().get(0).author();
            assertThat(bob.mentor().name()).isEqualTo("Ada");
        });
    }

    @Test
    void whatTheSessionHasNeedsNoStatement() {
        loads(1, session -> {
            List<Author> authors = session.list(select(a).orderBy(a.id.asc()));
            assertThat(authors.get(1).mentor()).isSameAs(authors.get(0));
            assertThat(authors.get(0).mentor()).isNull();
        });
    }

    @Test
    void keysOfSeveralColumnsLoad() {
        sessions.transaction(session -> {
            Reply reply = session.get(Reply.class, 3L).orElseThrow();
            assertThat(reply.rating().stars()).isEqualTo(4);
            assertThat(session.get(Reply.class, 4L).orElseThrow().rating()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void classesOfAHierarchyLoadTheirRelations() {
        loads(2, session -> {
            QPayment p = QPayment.as("p");
            assertThat(session.list(select(p).where(p.author.id.eq(1L)).orderBy(p.id.asc())))
                    .allSatisfy(payment -> assertThat(payment.author().name()).isEqualTo("Ada"));
        });
    }

    @Test
    void theSharedCacheIsNotLookedInto() {
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(entities.find(Author.class, 1L).articles()).hasSize(2);
        }
        execute("update author set name = 'Augusta' where id = 1");
        sessions.transaction(session -> {
            assertThat(engines(session).author().name()).isEqualTo("Augusta");
            assertThat(engines(session).author().articles()).hasSize(2);
        });
    }

    @Test
    void changesOfWhatLoadedAreWrittenAsDifferences() {
        sessions.transaction(session -> {
            Article engines = engines(session);
            Author bob = session.get(Author.class, 2L).orElseThrow();
            engines.tags().removeIf(tag -> tag.name().equals("java"));
            engines.keywords().add("brass");
            engines.writtenBy(bob);
            forgetStatements();
        });
        assertThat(statements()).hasSize(3);
        sessions.transaction(session -> {
            assertThat(engines(session).tags()).extracting(Tag::name).containsExactly("sql");
            assertThat(engines(session).keywords()).containsExactlyInAnyOrder("steam", "cards", "brass");
            assertThat(engines(session).author().name()).isEqualTo("Bob");
        });
    }

    @Test
    void whatWasNotLoadedIsAsAnyOtherInTheSharedCache() {
        sessions.transaction(session -> engines(session).retitle("Machines"));
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        }
    }

    @Test
    void entitiesOfAnEndedSessionRefuse() {
        allRefused(read(LazyTest::engines), "its session has ended");
        allRefused(sessions.<Article, RuntimeException>transactionResult(LazyTest::engines), "its session has ended");
        assertThat(statements()).as("the two reads").hasSize(2);
    }

    @Test
    void whatWasLoadedStaysAfterTheSession() {
        Article engines = read(session ->
                session.one(select(art).where(art.id.eq(11L)).options(selectin(art.tags), selectin(art.author))));
        assertThat(engines.tags()).hasSize(2);
        assertThat(engines.author().name()).isEqualTo("Ada");
    }

    @InJavaSe
    @Test
    void entitiesOfAnEndedTransactionRefuseUntilTheNext() {
        try (EntityManager entities = factory().createEntityManager()) {
            Session session = Session.of(entities);
            entities.getTransaction().begin();
            Article engines = engines(session);
            entities.getTransaction().commit();
            allRefused(engines, "the transaction in which the entity was read has ended");

            entities.getTransaction().begin();
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
            entities.getTransaction().rollback();
            refused(() -> engines.keywords().size(), "Article.keywords", "11");
        }
    }

    @InJavaSe
    @Test
    void entitiesReadWithoutATransactionLoadUntilTheirEntityManagerIsClosed() {
        Article engines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = engines(Session.of(entities));
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        }
        refused(() -> engines.comments().size(), "Article.comments", "11", "its session has ended");
    }

    @Test
    void expungedEntitiesRefuse() {
        sessions.transaction(session -> {
            Article engines = engines(session);
            session.expunge(engines);
            allRefused(engines, "not in the session any more");
            assertThat(engines(session).tags()).hasSize(2);
            session.entityManager().clear();
            allRefused(engines, "not in the session any more");
        });
    }

    @Test
    void refreshedAndMergedEntitiesRefuseAsThoseThatWereRead() {
        Article detached = read(LazyTest::engines);
        detached.retitle("Machines");
        Article merged = sessions.<Article, RuntimeException>transactionResult(session -> session.merge(detached));
        allRefused(merged, "its session has ended");
        Article refreshed = read(session -> {
            Article engines = engines(session);
            session.refresh(engines);
            assertThat(engines.title()).isEqualTo("Machines");
            return engines;
        });
        allRefused(refreshed, "its session has ended");
    }

    private static Article found(EntityManager entities) {
        return entities.find(Article.class, 11L);
    }

    private static Article queried(EntityManager entities) {
        return entities.createQuery("select a from Article a where a.id = 11", Article.class)
                .getSingleResult();
    }

    private static Article reread(EntityManager entities) {
        Article engines = found(entities);
        entities.createNativeQuery("update article set title = title").executeUpdate();
        entities.refresh(engines);
        return engines;
    }

    private static Article merged(EntityManager entities) {
        Article engines = found(entities);
        entities.detach(engines);
        return entities.merge(engines);
    }

    static List<Named<Function<EntityManager, Article>>> readsOfOthers() {
        return List.of(
                Named.of("find", LazyTest::found),
                Named.of("JPQL", LazyTest::queried),
                Named.of("refresh", LazyTest::reread),
                Named.of("merge", LazyTest::merged));
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadRefusesAfterTheSession(Function<EntityManager, Article> read) {
        Article engines =
                sessions.<Article, RuntimeException>transactionResult(session -> read.apply(session.entityManager()));
        allRefused(engines, "its session has ended");
        assertThat(engines.title()).isEqualTo("Engines");
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadRefusesWhenItIsDetached(Function<EntityManager, Article> read) {
        sessions.transaction(session -> {
            Article engines = read.apply(session.entityManager());
            session.entityManager().detach(engines);
            allRefused(engines, "not in the session any more");
        });
    }

    @ParameterizedTest
    @MethodSource("readsOfOthers")
    void whatEclipseLinkHasReadItLoadsAndWrites(Function<EntityManager, Article> read) {
        sessions.transaction(session -> {
            Article engines = read.apply(session.entityManager());
            assertThat(engines.author().name()).isEqualTo("Ada");
            assertThat(engines.comments()).extracting("text").containsExactly("good", "better");
            assertThat(session.dirty()).isEmpty();
            engines.keywords().add("brass");
            engines.tags().removeIf(tag -> tag.name().equals("java"));
            engines.writtenBy(session.get(Author.class, 2L).orElseThrow());
        });
        sessions.transaction(session -> {
            Article engines = engines(session);
            assertThat(engines.keywords()).containsExactlyInAnyOrder("steam", "cards", "brass");
            assertThat(engines.tags()).extracting(Tag::name).containsExactly("sql");
            assertThat(engines.author().name()).isEqualTo("Bob");
        });
    }

    @Test
    void whatEclipseLinkHasReadItLoadsByItsCache() {
        try (EntityManager entities = factory().createEntityManager()) {
            assertThat(found(entities).author().name()).isEqualTo("Ada");
        }
        forgetStatements();
        read(session ->
                assertThat(found(session.entityManager()).author().name()).isEqualTo("Ada"));
        assertThat(statements()).isEmpty();
    }

    @Test
    void whatASessionReadsAgainItLoads() {
        sessions.transaction(session -> {
            Article engines = found(session.entityManager());
            forgetStatements();
            assertThat(session.one(select(art).where(art.id.eq(11L)))).isSameAs(engines);
            assertThat(engines.comments()).hasSize(2);
            assertThat(statements()).allSatisfy(sql -> assertThat(sql).startsWith("select \""));
        });
    }

    @InJavaSe
    @Test
    void whatWasReadBeforeTheSessionRefusesToo() {
        Article engines;
        Article lines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = found(entities);
            lines = entities.find(Article.class, 12L);
            Session.of(entities).get(Author.class, 1L);
            assertThat(lines.author().name()).isEqualTo("Ada");
        }
        allRefused(engines, "its session has ended");
        refused(() -> lines.tags().size(), "Article.tags", "12");
    }

    @InJavaSe
    @Test
    void whereNoSessionIsNothingChanges() {
        Article engines;
        try (EntityManager entities = factory().createEntityManager()) {
            engines = found(entities);
        }
        assertThat(engines.tags()).hasSize(2);
    }

    @Test
    void classesOfAHierarchyThatEclipseLinkHasReadRefuse() {
        Payment payment = read(session -> session.entityManager()
                .createQuery("select p from Payment p where p.author.id = 1", Payment.class)
                .setMaxResults(1)
                .getSingleResult());
        refused(payment::author, "Payment.author", "its session has ended");
    }

    @Test
    void relationsWithinEmbeddedObjectsRefuse() {
        Essay ours = read(session -> session.get(Essay.class, 1L).orElseThrow());
        refused(() -> ours.byline().editor(), "Essay.editor", "1", "its session has ended");
        Essay theirs = read(session -> session.entityManager().find(Essay.class, 1L));
        refused(() -> theirs.byline().editor(), "Essay.editor", "1", "its session has ended");
    }

    @Test
    void relationsWithinEmbeddedObjectsLoad() {
        loads(2, session -> assertThat(session.get(Essay.class, 1L)
                        .orElseThrow()
                        .byline()
                        .editor()
                        .name())
                .isEqualTo("Bob"));
    }

    @Test
    void newEntitiesHaveAfterTheSessionWhatTheyWereGiven() {
        Story last = new Story(9, "Last");
        last.getWords().add("end");
        Story added = sessions.<Story, RuntimeException>transactionResult(session -> {
            session.add(last);
            return last;
        });
        assertThat(json(added)).contains("\"Last\"", "[\"end\"]", "\"after\":[]");
    }

    @Test
    void jsonOfAnEntityThatWasFoundFailsLoudly() {
        Story middle = read(session -> session.entityManager().find(Story.class, 2L));
        assertThatThrownBy(() -> json(middle))
                .hasRootCauseInstanceOf(OrmException.class)
                .rootCause()
                .hasMessageContainingAll("Story.", "2", "selectin");
    }

    @SuppressWarnings("try") // closing may be interrupted, says its interface
    private static String json(Object value) {
        try (Jsonb json = JsonbBuilder.create()) {
            return json.toJson(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void jsonOfADetachedEntityFailsLoudly() {
        Story middle = read(session -> session.get(Story.class, 2L).orElseThrow());
        assertThatThrownBy(() -> json(middle))
                .hasRootCauseInstanceOf(OrmException.class)
                .rootCause()
                .hasMessageContainingAll("Story.", "2", "selectin");
    }

    @Test
    void jsonHasWhatWasLoaded() {
        Story end = read(session -> session.one(select(s)
                .where(s.id.eq(3L))
                .options(
                        selectin(s.words),
                        selectin(s.after),
                        selectin(s.before).then(raise(s.after), selectin(s.words), selectin(s.before)))));
        assertThat(json(end.getWords())).isEqualTo("[]");
        assertThat(json(end.getBefore().getWords())).contains("once", "upon");
    }

    private static Story copy(Story story) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(story);
        }
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Story) input.readObject();
        }
    }

    @Test
    void serializedEntitiesRefuse() throws Exception {
        Story copy = copy(read(session -> session.get(Story.class, 2L).orElseThrow()));
        assertThat(copy.getTitle()).isEqualTo("Middle");
        refused(copy::getBefore, "Story.before", "2", "selectin", "serialized");
        refused(() -> copy.getAfter().size(), "Story.after", "2", "selectin", "serialized");
        refused(() -> copy.getWords().size(), "Story.words", "2", "selectin", "serialized");
    }

    @Test
    void serializedEntitiesHaveWhatWasLoadedAndAreMerged() throws Exception {
        Story copy =
                copy(read(session -> session.one(select(s).where(s.id.eq(2L)).options(selectin(s.words)))));
        assertThat(copy.getWords()).containsExactlyInAnyOrder("once", "upon");
        copy.setTitle("Center");
        copy.getWords().remove("once");
        sessions.transaction(session -> session.merge(copy));
        read(session -> {
            Story story = session.get(Story.class, 2L).orElseThrow();
            assertThat(story.getTitle()).isEqualTo("Center");
            assertThat(story.getWords()).containsExactly("upon");
            assertThat(story.getBefore().getTitle()).isEqualTo("Start");
            return story;
        });
    }
}
