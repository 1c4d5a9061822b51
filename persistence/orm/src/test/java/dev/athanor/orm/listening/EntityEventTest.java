// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.AttributeChange;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Status;
import dev.athanor.orm.press.Tag;
import org.junit.jupiter.api.Test;

/** What is told of entities that a flush writes. */
class EntityEventTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final Heard heard = new Heard();

    private SessionFactory listening() {
        return SessionFactory.of(factory(), SessionSettings.standard().on(EntityEvent.class, heard::add));
    }

    @Test
    void insertsAreToldWithAllValues() {
        listening().transaction(session -> session.add(new Author(9L, "Eve")));
        assertThat(heard.names()).containsExactly("BeforeInsert", "AfterInsert");
        EntityEvent.AfterInsert event = heard.one(EntityEvent.AfterInsert.class);
        assertThat(event.key()).isEqualTo(9L);
        assertThat(event.changes())
                .contains(new AttributeChange("id", null, 9L, false), new AttributeChange("name", null, "Eve", false));
    }

    @Test
    void generatedKeysAreKnownAfterwards() {
        listening()
                .transaction(
                        session -> session.add(new Article(session.one(select(a).where(a.id.eq(1L))), "New")));
        assertThat(heard.one(EntityEvent.AfterInsert.class).key()).isInstanceOf(Long.class);
    }

    @Test
    void updatesAreToldWithOldAndNewValues() {
        listening().transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            ada.settle(new Address("New 1", "London"));
        });
        assertThat(heard.one(EntityEvent.BeforeUpdate.class).changes())
                .contains(new AttributeChange("name", "Ada", "Augusta", false));
        EntityEvent.AfterUpdate event = heard.one(EntityEvent.AfterUpdate.class);
        assertThat(event.key()).isEqualTo(1L);
        assertThat(event.changes()).extracting(AttributeChange::attribute).contains("name", "home");
    }

    @Test
    void relationsAreToldAsEntities() {
        listening().transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.learnFrom(session.get(Author.class, 2L).orElseThrow());
        });
        AttributeChange change = heard.one(EntityEvent.AfterUpdate.class).changes().stream()
                .filter(one -> one.attribute().equals("mentor"))
                .findFirst()
                .orElseThrow();
        assertThat(change.before()).isNull();
        assertThat(change.after()).isInstanceOfSatisfying(Author.class, bob -> assertThat(bob.id())
                .isEqualTo(2L));
    }

    @Test
    void collectionsAreToldAsTheyWereAndAre() {
        listening().transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            engines.tags().add(session.get(Tag.class, "empty").orElseThrow());
        });
        AttributeChange change = heard.one(EntityEvent.AfterUpdate.class).changes().stream()
                .filter(one -> one.attribute().equals("tags"))
                .findFirst()
                .orElseThrow();
        assertThat((Iterable<?>) change.before()).hasSize(2);
        assertThat((Iterable<?>) change.after()).hasSize(3);
    }

    @Test
    void deletesAreToldWithWhatIsGone() {
        listening().transaction(session -> {
            session.add(new Author(9L, "Eve"));
            session.flush();
            heard.forget();
            session.delete(session.get(Author.class, 9L).orElseThrow());
        });
        assertThat(heard.names()).containsExactly("BeforeDelete", "AfterDelete");
        EntityEvent.AfterDelete event = heard.one(EntityEvent.AfterDelete.class);
        assertThat(event.key()).isEqualTo(9L);
        assertThat(event.changes()).contains(new AttributeChange("name", "Eve", null, false));
    }

    @Test
    void entitiesFoundByCascadesAreToldToo() {
        listening().transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.articles().add(new Article(ada, "Cascaded"));
        });
        assertThat(heard.of(EntityEvent.BeforeInsert.class)).hasSize(1);
        assertThat(heard.of(EntityEvent.AfterInsert.class)).hasSize(1);
    }

    @Test
    void eachFlushTellsWhatItWrites() {
        listening().transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            session.flush();
            session.flush();
            ada.rename("Byron");
        });
        assertThat(heard.of(EntityEvent.AfterUpdate.class))
                .extracting(event -> event.changes().get(0))
                .containsExactly(
                        new AttributeChange("name", "Ada", "Augusta", false),
                        new AttributeChange("name", "Augusta", "Byron", false));
    }

    @Test
    void whatListenersChangeBeforeIsWritten() {
        SessionSettings settings = SessionSettings.standard()
                .on(EntityEvent.BeforeInsert.class, event -> {
                    if (event.entity() instanceof Author author) {
                        author.rename(author.name() + " (new)");
                    }
                    if (event.entity() instanceof Article article) {
                        article.publish();
                    }
                })
                .on(EntityEvent.BeforeUpdate.class, event -> {
                    if (event.entity() instanceof Author author) {
                        author.settle(new Address("By listener", "London"));
                    }
                });
        SessionFactory.of(factory(), settings).transaction(session -> {
            session.add(new Author(9L, "Eve"));
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            ada.articles().add(new Article(ada, "Cascaded"));
        });
        assertThat(author(9L).name()).isEqualTo("Eve (new)");
        assertThat(author(1L).home().street()).isEqualTo("By listener");
        Article cascaded = read(session -> session.one(select(art).where(art.title.eq("Cascaded"))));
        assertThat(cascaded.status()).isEqualTo(Status.PUBLISHED);
    }

    private Author author(long id) {
        return read(session -> session.get(Author.class, id).orElseThrow());
    }

    @Test
    void aRefusedEntityRollsEverythingBack() {
        SessionSettings settings = SessionSettings.standard().on(EntityEvent.BeforeInsert.class, event -> {
            throw new IllegalArgumentException("no more authors");
        });
        assertThatThrownBy(() -> SessionFactory.of(factory(), settings).transaction(session -> {
                    session.get(Author.class, 1L).orElseThrow().rename("Augusta");
                    session.add(new Author(9L, "Eve"));
                }))
                .isInstanceOf(OrmException.class)
                .hasMessageContaining("no more authors");
        assertThat(author(1L).name()).isEqualTo("Ada");
    }

    @Test
    void aRolledBackFlushTellsNothingAfterwards() {
        assertThatThrownBy(() -> listening().transaction(session -> {
                    session.add(new Author(1L, "again"));
                    session.flush();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(heard.names()).containsExactly("BeforeInsert");
    }
}
