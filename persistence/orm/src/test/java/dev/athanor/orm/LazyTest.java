// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Essay;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Photo;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.Reply;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Video;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Relations that load when they are used. */
class LazyTest extends LazyTests {
    private final QAuthor a = QAuthor.as("a");

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
    void relationsWithinEmbeddedObjectsLoad() {
        loads(2, session -> assertThat(session.get(Essay.class, 1L)
                        .orElseThrow()
                        .byline()
                        .editor()
                        .name())
                .isEqualTo("Bob"));
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
}
