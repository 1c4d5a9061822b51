// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.legacy.Ledger;
import dev.athanor.orm.legacy.QLedger;
import dev.athanor.orm.legacy.Seat;
import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.ItemId;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.QShelf;
import dev.athanor.orm.market.Shelf;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Entities with keys of several columns, or made by Java, that are inserted in bulk: from arrays, and by {@code COPY}.
 */
class BulkInsertKeysTest extends BulkInsertTests {
    private void inserted(List<?> entities) {
        forgetStatements();
        written(session -> session.bulk().insert(entities));
        assertThat(statements().stream().anyMatch(sql -> sql.startsWith("insert")))
                .as("from arrays, and not by COPY, whose rows no statement has")
                .isEqualTo(entities.size() < 32);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void identifiersAreMadeBefore(int count) {
        List<Shelf> shelves =
                IntStream.range(0, count).mapToObj(i -> new Shelf("shelf " + i)).toList();
        inserted(shelves);

        assertThat(shelves).extracting(Shelf::id).doesNotContainNull().doesNotHaveDuplicates();
        sessions.transaction(session -> {
            QShelf s = QShelf.as("s");
            assertThat(session.count(select(s))).isEqualTo(count);
            for (Shelf shelf : shelves) {
                assertThat(session.get(Shelf.class, shelf.id()))
                        .hasValueSatisfying(same -> assertThat(same.label()).isEqualTo(shelf.label()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void keysThatAreEmbeddedAreWritten(int count) {
        List<Seat> seats = IntStream.range(0, count)
                .mapToObj(i -> {
                    Seat seat = new Seat();
                    seat.setPlace(new Seat.Place("line " + i % 2, i));
                    seat.setHolder(i % 3 == 0 ? null : "holder " + i);
                    return seat;
                })
                .toList();
        inserted(seats);

        sessions.transaction(session -> {
            for (Seat seat : seats) {
                Seat same = session.get(
                                Seat.class,
                                new Seat.Place(
                                        seat.getPlace().getLine(),
                                        seat.getPlace().getNumber()))
                        .orElseThrow();
                assertThat(same).isNotSameAs(seat);
                assertThat(same.getHolder()).isEqualTo(seat.getHolder());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void keysOfSeveralAttributesAreWrittenIntoAllTables(int count) {
        List<Ledger> ledgers = IntStream.range(0, count)
                .mapToObj(i -> {
                    Ledger ledger = new Ledger(2000 + i % 2, "code " + i, "title " + i);
                    ledger.write("text " + i, "remark " + i);
                    return ledger;
                })
                .toList();
        inserted(ledgers);

        sessions.transaction(session -> {
            QLedger l = QLedger.as("l");
            assertThat(session.count(select(l))).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                Ledger same = session.get(Ledger.class, new Ledger.Key(2000 + i % 2, "code " + i))
                        .orElseThrow();
                assertThat(List.of(same.title() + "", same.text() + "", same.remark() + ""))
                        .containsExactly("title " + i, "text " + i, "remark " + i);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void keysOfRelationsAreWritten(int count) {
        Basket basket = new Basket("Ada");
        List<Product> products = IntStream.range(0, count)
                .mapToObj(i -> new Product(new UUID(5, i), "product " + i))
                .toList();
        sessions.transaction(session -> session.add(basket));
        inserted(products);
        List<Item> items = IntStream.range(0, count)
                .mapToObj(i -> basket.put(products.get(i), i))
                .toList();
        inserted(items);

        sessions.transaction(session -> {
            for (int i = 0; i < count; i++) {
                Item same = session.get(Item.class, new ItemId(basket.id(), new UUID(5, i)))
                        .orElseThrow();
                assertThat(same.quantity()).isEqualTo(i);
                assertThat(same.product().name()).isEqualTo("product " + i);
            }
            assertThat(session.get(Basket.class, basket.id()).orElseThrow().items())
                    .hasSize(count);
        });
    }
}
