// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.EntityState;
import dev.athanor.orm.Session;
import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.QItem;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.Tag;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What entities are to a session after a block was undone in which they were added, changed, or deleted. */
class NestedStatesTest extends BlockTests {
    private static void undone(Session session, boolean flush, Runnable work) {
        undone(session, inner -> {
            work.run();
            if (flush) {
                inner.flush();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasAddedIsTransientAgainAndIsNeverInserted(boolean flush) {
        sessions.transaction(session -> {
            Author added = new Author(9, "Eve");
            undone(session, flush, () -> session.add(added));
            assertThat(session.contains(added)).isFalse();
            assertThat(session.state(added)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.added()).isEmpty();
            added.rename("Eva");
        });
        assertThat(isThere(Author.class, 9L)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasAddedCanBeAddedAgain(boolean flush) {
        Author author = new Author(9, "Eve");
        Parcel parcel = new Parcel("books");
        Article article = new Article(author, "Apples");
        sessions.transaction(session -> {
            undone(session, flush, () -> {
                session.add(author);
                session.add(parcel);
                session.add(article);
            });
            session.add(author);
            session.add(parcel);
            session.add(article);
            session.flush();
            assertThat(session.state(author)).isEqualTo(EntityState.PERSISTENT);
            author.rename("Eva");
        });
        assertThat(name(9)).isEqualTo("Eva");
        assertThat(isThere(Parcel.class, parcel.id())).isTrue();
        assertThat(isThere(Article.class, article.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasChangedHasItsEarlierValues(boolean flush) {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            ada.rename("Augusta");
            ada.settle(new Address("Side 1", "Rome"));
            undone(session, flush, () -> {
                ada.rename("Agatha");
                ada.home().moveTo("Oslo");
                ada.learnFrom(bob);
                bob.learnFrom(null);
            });
            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(ada.home().street()).isEqualTo("Side 1");
            assertThat(ada.home().city()).isEqualTo("Rome");
            assertThat(ada.mentor()).isNull();
            assertThat(ada.version()).isEqualTo(2);
            assertThat(bob.mentor()).isSameAs(ada);
            assertThat(bob.version()).isEqualTo(1);
            assertThat(session.dirty()).isEmpty();
            ada.home().moveTo("Bonn");
        });
        read(session -> {
            Author ada = author(session, 1);
            assertThat(ada.name()).isEqualTo("Augusta");
            assertThat(ada.home().city()).isEqualTo("Bonn");
            assertThat(ada.version()).isEqualTo(3);
            assertThat(author(session, 2).mentor()).isSameAs(ada);
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasDeletedIsInTheSessionAgain(boolean flush) {
        sessions.transaction(session -> {
            Author dan = author(session, 4);
            dan.rename("Daniel");
            undone(session, flush, () -> session.delete(dan));
            assertThat(session.state(dan)).isEqualTo(EntityState.PERSISTENT);
            assertThat(author(session, 4)).isSameAs(dan);
            assertThat(dan.name()).isEqualTo("Daniel");
            dan.rename("Danny");
        });
        assertThat(name(4)).isEqualTo("Danny");
    }

    @Test
    void whatWasDeletedAndAddedAgainIsAsItWas() {
        sessions.transaction(session -> {
            Author dan = author(session, 4);
            flushedAndUndone(session, inner -> {
                inner.delete(dan);
                inner.flush();
                inner.add(dan);
                dan.rename("Daniel");
            });
            assertThat(session.state(dan)).isEqualTo(EntityState.PERSISTENT);
            assertThat(author(session, 4)).isSameAs(dan);
            assertThat(dan.name()).isEqualTo("Dan");
            dan.rename("Danny");
        });
        assertThat(name(4)).isEqualTo("Danny");
    }

    @Test
    void anotherOfTheSameKeyLeavesItsPlace() {
        sessions.transaction(session -> {
            Author dan = author(session, 4);
            flushedAndUndone(session, inner -> {
                inner.delete(dan);
                inner.flush();
                inner.add(new Author(4, "Other"));
            });
            assertThat(author(session, 4)).isSameAs(dan);
            assertThat(dan.name()).isEqualTo("Dan");
        });
    }

    @Test
    void whatWasDeletedBeforeStaysSo() {
        sessions.transaction(session -> {
            Tag empty = session.get(Tag.class, "empty").orElseThrow();
            session.delete(empty);
            flushedAndUndone(session, inner -> inner.add(new Tag("empty")));
            assertThat(session.contains(empty)).isFalse();
        });
        assertThat(isThere(Tag.class, "empty")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void orphansAreBack(boolean flush) {
        Product tea = new Product(UUID.randomUUID(), "tea");
        Product jam = new Product(UUID.randomUUID(), "jam");
        sessions.transaction(session -> {
            Basket basket = new Basket("Ada");
            session.add(tea);
            session.add(jam);
            session.add(basket);
            session.flush();
            basket.put(tea, 1);
            basket.put(jam, 2);
            undone(session, flush, () -> basket.remove(tea));
            assertThat(basket.items()).hasSize(2).allMatch(session::contains);
            basket.remove(jam);
        });
        List<Item> items = read(session -> session.list(select(QItem.as("i"))));
        assertThat(items).singleElement().extracting(Item::quantity).isEqualTo(1);
    }

    @Test
    void whatWasReadFirstIsRight() {
        sessions.transaction(session -> {
            Author[] ada = new Author[1];
            flushedAndUndone(session, inner -> {
                ada[0] = author(inner, 1);
                ada[0].rename("Agatha");
                author(inner, 2).learnFrom(ada[0]);
            });
            assertThat(session.contains(ada[0])).isTrue();
            assertThat(ada[0].name()).isEqualTo("Ada");
            ada[0].rename("Augusta");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void whatIsKeptIsCommittedWithTheRest() {
        String name = sessions.<String, RuntimeException>transactionResult(session -> {
            author(session, 1).rename("Augusta");
            return session.<String, RuntimeException>nestedResult(inner -> {
                author(inner, 2).rename("Rob");
                inner.add(new Author(9, "Eve"));
                return author(inner, 1).name();
            });
        });
        assertThat(name).isEqualTo("Augusta");
        assertThat(name(2)).isEqualTo("Rob");
        assertThat(name(9)).isEqualTo("Eve");
    }
}
