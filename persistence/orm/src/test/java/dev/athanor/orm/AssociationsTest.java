// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.ItemId;
import dev.athanor.orm.market.Money;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.QBasket;
import dev.athanor.orm.market.QItem;
import dev.athanor.orm.market.QProduct;
import dev.athanor.orm.market.QShelf;
import dev.athanor.orm.market.Shelf;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssociationsTest extends SessionTest {
    private static final UUID INK = new UUID(0, 1);
    private static final UUID NIB = new UUID(0, 2);

    private final QBasket b = QBasket.as("b");
    private final QItem i = QItem.as("i");
    private final QProduct p = QProduct.as("p");
    private final QShelf s = QShelf.as("s");

    @BeforeEach
    void fill() {
        sessions.transaction(session -> {
            Product ink = new Product(INK, "ink");
            session.addAll(List.of(ink, new Product(NIB, "nib")));
            Basket basket = new Basket("Ada");
            basket.put(ink, 3);
            session.add(basket);
        });
        forgetStatements();
    }

    private Basket basket(Session session) {
        return session.one(select(b).where(b.owner.eq("Ada")));
    }

    private Shelf shelf(Session session, String label) {
        return session.one(select(s).where(s.label.eq(label)));
    }

    private Product product(Session session, UUID id) {
        return session.get(Product.class, id).orElseThrow();
    }

    private List<Integer> quantities() {
        return read(session -> session.list(selectValue(i.quantity)
                .from(i)
                .join(i.product, p)
                .join(i.basket, b)
                .where(b.owner.eq("Ada"))
                .orderBy(p.name.asc())));
    }

    private List<String> labels(String parent) {
        return read(session ->
                session.one(select(s).where(s.label.eq(parent)).options(selectin(s.boards))).boards().stream()
                        .map(Shelf::label)
                        .toList());
    }

    @Test
    void generatedKeysAreThereAfterTheFlush() {
        sessions.transaction(session -> {
            Basket basket = new Basket("Bob");
            Shelf shelf = new Shelf("top");
            session.addAll(List.of(basket, shelf));
            session.flush();
            assertThat(basket.id()).isPositive();
            assertThat(shelf.id()).isNotNull();
            assertThat(session.get(Basket.class, basket.id())).containsSame(basket);
        });
    }

    @Test
    void associationObjectsAreFoundByBothKeys() {
        sessions.transaction(session -> {
            Basket basket = basket(session);
            Item item = session.get(Item.class, new ItemId(basket.id(), INK)).orElseThrow();
            assertThat(item.basket()).isSameAs(basket);
            item.count(4);
        });
        assertThat(quantities()).containsExactly(4);
    }

    @Test
    void associationObjectsComeAndGoWithTheirOwner() {
        sessions.transaction(session -> {
            Basket basket = basket(session);
            basket.put(product(session, NIB), 7);
        });
        assertThat(quantities()).containsExactly(3, 7);

        sessions.transaction(session -> basket(session).remove(product(session, INK)));
        assertThat(quantities()).containsExactly(7);

        sessions.transaction(session -> session.delete(basket(session)));
        assertThat(this.<Long>read(session -> session.count(select(i)))).isZero();
        assertThat(this.<Long>read(session -> session.count(select(p)))).isEqualTo(2);
    }

    @Test
    void anOrphanMayBeReplacedByOneOfTheSameKey() {
        sessions.transaction(session -> {
            Basket basket = basket(session);
            basket.remove(product(session, INK));
            session.flush();
            basket.put(product(session, INK), 9);
        });
        assertThat(quantities()).containsExactly(9);
    }

    @Test
    void treesAreWrittenWithTheirOrder() {
        sessions.transaction(session -> {
            Shelf top = new Shelf("top");
            top.board(0, new Shelf("b"));
            top.board(0, new Shelf("a")).board(0, new Shelf("a1"));
            top.board(2, new Shelf("c"));
            session.add(top);
        });
        assertThat(labels("top")).containsExactly("a", "b", "c");
        assertThat(labels("a")).containsExactly("a1");
    }

    @Test
    void orderedChildrenMoveAndLeave() {
        treesAreWrittenWithTheirOrder();
        sessions.transaction(session -> {
            List<Shelf> boards = shelf(session, "top").boards();
            boards.add(0, boards.remove(2));
        });
        assertThat(labels("top")).containsExactly("c", "a", "b");

        sessions.transaction(session -> shelf(session, "top").boards().remove(1));
        assertThat(labels("top")).containsExactly("c", "b");
        assertThat(this.<Boolean>read(session -> session.exists(select(s).where(s.label.in("a", "a1")))))
                .isFalse();
    }

    @Test
    void manyToManyChangesByItsOwningSide() {
        sessions.transaction(session -> {
            Shelf top = new Shelf("top");
            session.add(top);
            top.hold(product(session, INK));
            top.hold(product(session, NIB));
            session.flush();
            assertThat(product(session, INK).shelves()).containsExactly(top);
        });
        sessions.transaction(session -> shelf(session, "top").clear(product(session, INK)));

        assertThat(this.<List<String>>read(session -> session.list(
                        selectValue(p.name).from(s).join(s.products, p).where(s.label.eq("top")))))
                .containsExactly("nib");
        assertThat(this.<Integer>read(session -> product(session, NIB).shelves().size()))
                .isEqualTo(1);
    }

    @Test
    void embeddedValuesChangeInPlaceAndAsAWhole() {
        sessions.transaction(session -> basket(session).limitTo(new Money("10.50", "EUR")));
        sessions.transaction(session -> basket(session).limit().convert("CZK"));
        assertThat(this.<String>read(session ->
                        session.one(selectValue(b.limit.currency).where(b.limit.amount.eq(new BigDecimal("10.5"))))))
                .isEqualTo("CZK");

        sessions.transaction(session -> basket(session).limitTo(null));
        assertThat(this.<Boolean>read(session -> session.exists(select(b).where(b.limit.currency.isNull()))))
                .isTrue();
    }

    @Test
    void collectionsOfValuesChangeByTheirDifferences() {
        sessions.transaction(session -> basket(session).notes().addAll(List.of("one", "two", "three")));
        forgetStatements();
        sessions.transaction(session -> {
            List<String> notes = basket(session).notes();
            notes.set(1, "zwei");
            notes.add("four");
        });
        assertThat(statements())
                .filteredOn(sql -> sql.startsWith("DELETE FROM basket_note WHERE (basket_id = ?)"))
                .isEmpty();
        assertThat(this.<List<String>>read(
                        session -> List.copyOf(basket(session).notes())))
                .containsExactly("one", "zwei", "three", "four");
    }

    @Test
    void versionsRiseWithEachWrite() {
        long before = read(session -> basket(session).version());
        sessions.transaction(session -> basket(session).give("Ada"));
        sessions.transaction(session -> {
            Basket basket = basket(session);
            basket.give("Eve");
            session.flush();
            basket.give("Ada");
        });
        assertThat(this.<Long>read(session -> basket(session).version())).isEqualTo(before + 2);
    }
}
