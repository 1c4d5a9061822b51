// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.raise;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.Shelf;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Profile;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.Room;
import dev.athanor.orm.press.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BothSidesTest extends SessionTest {
    private final QArticle art = QArticle.as("art");

    private static <E> E get(Session session, Class<E> type, Object id) {
        return session.get(type, id).orElseThrow();
    }

    private Long author(long article) {
        return read(session -> session.scalar(selectValue(art.author.id).where(art.id.eq(article)))
                .orElse(0L));
    }

    @Test
    void whatIsChangedOnTheWrittenSideIsSeenOnTheOther() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            Author bob = get(session, Author.class, 2L);
            Article engines = get(session, Article.class, 11L);
            assertThat(ada.articles()).hasSize(2);
            assertThat(bob.articles()).hasSize(1);

            engines.writtenBy(bob);

            assertThat(ada.articles()).doesNotContain(engines).hasSize(1);
            assertThat(bob.articles()).contains(engines).hasSize(2);
            engines.writtenBy(null);
            assertThat(bob.articles()).hasSize(1);
        });
        assertThat(author(11)).isZero();
    }

    @Test
    void whatIsChangedOnTheOtherSideIsWritten() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            Author bob = get(session, Author.class, 2L);
            Article engines = get(session, Article.class, 11L);
            Article bridges = get(session, Article.class, 13L);
            assertThat(ada.articles()).contains(engines);

            bob.articles().add(engines);
            bob.articles().remove(bridges);

            assertThat(engines.author()).isSameAs(bob);
            assertThat(ada.articles()).doesNotContain(engines);
            assertThat(bridges.author()).isNull();
        });
        assertThat(author(11)).isEqualTo(2);
        assertThat(author(13)).isZero();
    }

    @Test
    void aRefusedOtherSideIsWrittenWithoutBeingLoaded() {
        sessions.transaction(session -> {
            Author bob = get(session, Author.class, 2L);
            Article bridges = session.one(select(art).where(art.id.eq(13L)).options(raise(art.author)));
            bob.articles().remove(bridges);
        });
        assertThat(author(13)).isZero();
    }

    @Test
    void relationsThatAreNotLoadedStaySo() {
        sessions.transaction(session -> {
            Article engines = get(session, Article.class, 11L);
            Author bob = get(session, Author.class, 2L);
            forgetStatements();
            engines.writtenBy(bob);
            assertThat(statements()).filteredOn(sql -> sql.contains("article")).isEmpty();

            assertThat(bob.articles()).contains(engines).hasSize(2);
        });
        assertThat(author(11)).isEqualTo(2);
    }

    @Test
    void whatIsNotFlushedIsSeenInWhatIsLoadedLater() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            get(session, Article.class, 12L).writtenBy(null);
            Article looms = new Article(ada, "Looms");
            session.add(looms);
            assertThat(ada.articles()).extracting(Article::title).containsExactly("Engines", "Looms");

            session.flush();
            session.refresh(ada);
            assertThat(ada.articles()).extracting(Article::title).containsExactly("Looms", "Engines");
        });
    }

    @Test
    void newEntitiesAreSeenWhenTheyAreAdded() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            assertThat(ada.articles()).hasSize(2);
            Article looms = new Article(ada, "Looms");
            session.add(looms);
            assertThat(ada.articles()).containsOnlyOnce(looms).hasSize(3);
            session.flush();
            assertThat(ada.articles()).containsOnlyOnce(looms).hasSize(3);
        });
    }

    @Test
    void whatChangesInNewEntitiesIsSeenWhenTheyAreFlushed() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            assertThat(ada.articles()).hasSize(2);
            Author gus = new Author(7, "Gus");
            Article looms = new Article(null, "Looms");
            session.addAll(List.of(gus, looms));
            looms.writtenBy(ada);
            Article knots = new Article(null, "Knots");
            gus.articles().add(knots);
            session.add(knots);
            session.flush();
            assertThat(ada.articles()).contains(looms);
            assertThat(knots.author()).isSameAs(gus);
        });
        assertThat(this.<Long>read(session -> session.count(select(art).where(art.author.id.eq(7L)))))
                .isEqualTo(1);
    }

    @Test
    void newEntitiesInALoadedCollectionGetTheirOwner() {
        sessions.transaction(session -> {
            Author bob = get(session, Author.class, 2L);
            Article knots = new Article(null, "Knots");
            bob.articles().add(knots);
            assertThat(knots.author()).isSameAs(bob);
            session.add(knots);
        });
        assertThat(this.<Long>read(session -> session.count(select(art).where(art.author.id.eq(2L)))))
                .isEqualTo(2);
    }

    @Test
    void relationsToOneOnBothSidesMove() {
        sessions.transaction(session -> {
            Author ada = get(session, Author.class, 1L);
            Author bob = get(session, Author.class, 2L);
            Profile first = ada.profile();
            assertThat(bob.profile()).isNull();

            first.belongTo(bob);
            assertThat(bob.profile()).isSameAs(first);
            assertThat(ada.profile()).isNull();

            ada.present(first);
            assertThat(first.author()).isSameAs(ada);
            assertThat(bob.profile()).isNull();
        });
        assertThat(this.<Long>read(
                        session -> get(session, Profile.class, 10L).author().id()))
                .isEqualTo(1);
    }

    @Test
    void manyToManyChangesByEitherSide() {
        UUID id = new UUID(0, 1);
        UUID shelf = sessions.<UUID, RuntimeException>transactionResult(session -> {
            Shelf top = new Shelf("top");
            Product ink = new Product(id, "ink");
            session.addAll(List.of(top, ink));
            session.flush();
            assertThat(top.products()).isEmpty();
            assertThat(ink.shelves()).isEmpty();

            top.products().add(ink);
            assertThat(ink.shelves()).containsExactly(top);
            return top.id();
        });
        sessions.transaction(session -> {
            Shelf top = get(session, Shelf.class, shelf);
            assertThat(top.products()).hasSize(1);
            Product ink = get(session, Product.class, id);
            ink.shelves().remove(top);
            assertThat(top.products()).isEmpty();
        });
        assertThat(this.<Boolean>read(
                        session -> get(session, Shelf.class, shelf).products().isEmpty()))
                .isTrue();
    }

    @Test
    void mapsGetAndLoseEntries() {
        sessions.transaction(session -> {
            Gallery first = get(session, Gallery.class, 1L);
            Gallery second = get(session, Gallery.class, 2L);
            Room room = get(session, Room.class, 1L);
            assertThat(first.rooms()).containsKey(101);
            assertThat(second.rooms()).isEmpty();

            room.moveTo(second);

            assertThat(first.rooms()).doesNotContainKey(101);
            assertThat(second.rooms()).containsEntry(101, room);
        });
    }

    @Test
    void manyToManyIsWrittenThoughTheWrittenSideIsNotLoaded() {
        sessions.transaction(session -> {
            get(session, Tag.class, "empty").articles().add(get(session, Article.class, 11L));
            Article bridges = session.one(select(art).where(art.id.eq(13L)).options(raise(art.tags)));
            get(session, Tag.class, "sql").articles().remove(bridges);
            session.flush();
            assertThat(session.dirty()).isEmpty();
        });
        read(session -> {
            assertThat(get(session, Article.class, 11L).tags())
                    .extracting(Tag::name)
                    .containsExactlyInAnyOrder("java", "sql", "empty");
            assertThat(get(session, Article.class, 13L).tags()).isEmpty();
            return session;
        });
    }

    /** Galleries have a list of addresses, for which EclipseLink compares them. */
    @Test
    void collectionsOfComparedEntitiesAreWrittenByTheirOtherSide() {
        sessions.transaction(session -> {
            Gallery first = get(session, Gallery.class, 1L);
            Gallery second = get(session, Gallery.class, 2L);
            Room moved = get(session, Room.class, 1L);
            first.rooms().remove(101);
            second.rooms().put(101, moved);
            Room left = Objects.requireNonNull(first.rooms().remove(102));

            session.flush();

            assertThat(moved.gallery()).isSameAs(second);
            assertThat(left.gallery()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
        read(session -> {
            assertThat(get(session, Gallery.class, 1L).rooms()).isEmpty();
            return assertThat(get(session, Gallery.class, 2L).rooms()).containsOnlyKeys(101);
        });
    }

    @Test
    void orphansAreDeletedAsTheyAre() {
        Long id = sessions.<Long, RuntimeException>transactionResult(session -> {
            Product ink = new Product(new UUID(0, 1), "ink");
            Basket basket = new Basket("Ada");
            basket.put(ink, 2);
            session.addAll(List.of(ink, basket));
            session.flush();
            return basket.id();
        });
        forgetStatements();
        sessions.transaction(session -> get(session, Basket.class, id).items().clear());
        assertThat(statements()).noneMatch(sql -> sql.startsWith("UPDATE item"));
        assertThat(this.<Boolean>read(
                        session -> get(session, Basket.class, id).items().isEmpty()))
                .isTrue();
    }

    @Test
    void theOtherSideOfAChangeIsNoWrite() {
        sessions.transaction(session -> {
            Author bob = get(session, Author.class, 2L);
            assertThat(bob.articles()).hasSize(1);
            get(session, Article.class, 11L).writtenBy(bob);
            forgetStatements();
        });
        assertThat(statements()).noneMatch(sql -> sql.startsWith("UPDATE author"));
    }
}
