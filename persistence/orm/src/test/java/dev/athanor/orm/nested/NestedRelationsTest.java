// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.Shelf;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Profile;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Room;
import dev.athanor.orm.press.Tag;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations and collections after a block was undone in which they were changed. */
class NestedRelationsTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private static void undone(Session session, boolean flush, Runnable work) {
        undone(session, inner -> {
            work.run();
            if (flush) {
                inner.flush();
            }
        });
    }

    private static Article article(Session session, long id) {
        return session.get(Article.class, id).orElseThrow();
    }

    private static Tag tag(Session session, String name) {
        return session.get(Tag.class, name).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsOfEntitiesHaveWhatTheyHad(boolean flush) {
        sessions.transaction(session -> {
            Article engines = article(session, 11);
            Tag java = tag(session, "java");
            Tag sql = tag(session, "sql");
            Tag empty = tag(session, "empty");
            engines.tags().remove(java);
            undone(session, flush, () -> {
                engines.tags().add(java);
                engines.tags().add(empty);
                engines.tags().remove(sql);
            });
            assertThat(engines.tags()).containsExactly(sql);
            assertThat(empty.articles()).isEmpty();
            assertThat(sql.articles()).contains(engines);
            engines.tags().add(empty);
        });
        assertThat(read(session -> article(session, 11).tags().stream()
                                .map(Tag::name)
                                .sorted()
                                .toList())
                        .toArray())
                .containsExactly("empty", "sql");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsOfValuesHaveWhatTheyHad(boolean flush) {
        sessions.transaction(session -> {
            Article engines = article(session, 11);
            engines.keywords().remove("steam");
            undone(session, flush, () -> {
                engines.keywords().add("punch");
                engines.keywords().clear();
            });
            assertThat(engines.keywords()).containsExactly("cards");
            engines.keywords().add("brass");
        });
        assertThat(read(session -> List.copyOf(article(session, 11).keywords())).toArray())
                .containsExactlyInAnyOrder("cards", "brass");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listsWithAnOrderHaveIt(boolean flush) {
        sessions.transaction(session -> {
            Gallery gallery = session.get(Gallery.class, 1L).orElseThrow();
            List<Media> before = List.copyOf(gallery.media());
            gallery.sites().add(new Address("North 3", "Oslo"));
            undone(session, flush, () -> {
                gallery.media().add(gallery.media().remove(0));
                gallery.sites().remove(1);
                gallery.sites().add(0, new Address("South 4", "Rome"));
            });
            assertThat(gallery.media()).containsExactlyElementsOf(before);
            assertThat(gallery.sites()).extracting(Address::city).containsExactly("Prague", "Brno", "Oslo");
            gallery.media().remove(1);
        });
        read(session -> {
            Gallery gallery = session.get(Gallery.class, 1L).orElseThrow();
            assertThat(gallery.media()).hasSize(2);
            assertThat(gallery.sites()).extracting(Address::city).containsExactly("Prague", "Brno", "Oslo");
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mapsHaveWhatTheyHad(boolean flush) {
        sessions.transaction(session -> {
            Gallery gallery = session.get(Gallery.class, 1L).orElseThrow();
            gallery.titles().put("de", "Bilder");
            undone(session, flush, () -> {
                gallery.titles().put("en", "Images");
                gallery.titles().remove("cs");
                session.get(Room.class, 1L).orElseThrow().moveTo(null);
            });
            assertThat(gallery.titles())
                    .containsOnly(entry("en", "Pictures"), entry("cs", "Obrazy"), entry("de", "Bilder"));
            assertThat(gallery.rooms()).containsOnlyKeys(101, 102);
            gallery.titles().put("en", "Paintings");
        });
        assertThat(read(session -> java.util.Map.copyOf(
                                session.get(Gallery.class, 1L).orElseThrow().titles()))
                        .entrySet())
                .containsExactlyInAnyOrder(entry("en", "Paintings"), entry("cs", "Obrazy"), entry("de", "Bilder"));
    }

    private static java.util.Map.Entry<String, String> entry(String key, String value) {
        return java.util.Map.entry(key, value);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothSidesAreInStepAgain(boolean flush) {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            Article engines = article(session, 11);
            assertThat(bob.articles()).hasSize(1);
            undone(session, flush, () -> engines.writtenBy(bob));
            assertThat(engines.author()).isSameAs(ada);
            assertThat(ada.articles()).contains(engines);
            assertThat(bob.articles()).doesNotContain(engines).hasSize(1);
            Profile first = ada.profile();
            undone(session, flush, () -> ada.present(null));
            assertThat(ada.profile()).isSameAs(first);
            assertThat(first.author()).isSameAs(ada);
        });
    }

    @Test
    void whatWaitsForACollectionToBeLoadedIsForgotten() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            Article engines = article(session, 11);
            undone(session, inner -> engines.writtenBy(bob));
            assertThat(bob.articles()).hasSize(1).doesNotContain(engines);
            assertThat(ada.articles()).contains(engines);
        });
    }

    @Test
    void aCollectionLoadedInABlockIsAsItIsAfterIt() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            flushedAndUndone(session, inner -> {
                inner.add(new Article(author(inner, 1), "Apples"));
                inner.flush();
                assertThat(ada.articles()).hasSize(3);
            });
            assertThat(ada.articles()).hasSize(2);
        });
    }

    @Test
    void aCollectionLoadedInABlockByEclipseLinkIsAsItIsAfterIt() {
        sessions.transaction(session -> {
            Author ada = session.entityManager().find(Author.class, 1L);
            flushedAndUndone(session, inner -> {
                inner.add(new Article(ada, "Apples"));
                inner.flush();
                assertThat(ada.articles()).hasSize(3);
            });
            assertThat(ada.articles()).hasSize(2);
        });
    }

    @Test
    void aTreeHasItsBranches() {
        Shelf root = new Shelf("root");
        Shelf left = new Shelf("left");
        Shelf right = new Shelf("right");
        Product tea = new Product(UUID.randomUUID(), "tea");
        sessions.transaction(session -> {
            session.add(tea);
            session.add(root);
            root.board(0, left);
            root.board(1, right);
            left.hold(tea);
            flushedAndUndone(session, inner -> {
                root.boards().remove(left);
                right.hold(tea);
                left.clear(tea);
                root.board(1, new Shelf("more"));
            });
            assertThat(root.boards()).containsExactly(left, right);
            assertThat(left.products()).containsExactly(tea);
            assertThat(tea.shelves()).containsExactly(left);
            assertThat(left.parent()).isSameAs(root);
            root.board(0, new Shelf("first"));
        });
        assertThat(read(session -> session.get(Shelf.class, root.id()).orElseThrow().boards().stream()
                                .map(Shelf::label)
                                .toList())
                        .toArray())
                .containsExactly("first", "left", "right");
    }

    @Test
    void whatWasReadInPartIsRight() {
        sessions.transaction(session -> {
            Author ada = session.one(select(a).where(a.id.eq(1L)).options(dev.athanor.orm.Load.only(a.id)));
            undone(session, inner -> ada.rename("Agatha"));
            assertThat(ada.name()).isEqualTo("Ada");
            Article engines = session.one(
                    select(art).where(art.id.eq(11L)).options(dev.athanor.orm.Load.only(art.id, art.title)));
            undone(session, inner -> {
                engines.retitle("Motors");
                engines.publish();
            });
            assertThat(engines.title()).isEqualTo("Engines");
            assertThat(engines.tags()).hasSize(2);
        });
    }
}
