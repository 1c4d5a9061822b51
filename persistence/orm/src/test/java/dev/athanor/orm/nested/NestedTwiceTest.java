// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.market.Basket;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks that are undone after a block in them was. */
class NestedTwiceTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");

    @Test
    void whatIsDeletedAgainComesBack() {
        Basket basket = new Basket("Ada");
        sessions.transaction(session -> session.add(basket));
        sessions.transaction(session -> {
            Basket there = session.get(Basket.class, basket.id()).orElseThrow();
            undone(session, outer -> {
                flushedAndUndone(outer, inner -> inner.delete(there));
                outer.nested(inner -> inner.delete(there));
            });
            assertThat(session.contains(there)).isTrue();
        });
        assertThat(isThere(Basket.class, basket.id())).isTrue();
    }

    @Test
    void whatWasReadFirstInTheInnerOneIsReadAnewAfterTheOuter() {
        List<Author> read = new ArrayList<>();
        sessions.transaction(session -> {
            undone(session, outer -> {
                outer.execute(update(a).set(a.name, "Augusta").where(a.id.eq(1L)));
                undone(outer, inner -> read.add(author(inner, 1)));
                assertThat(read.get(0).name()).isEqualTo("Augusta");
            });
            assertThat(session.contains(read.get(0))).isTrue();
            assertThat(read.get(0).name()).isNotEqualTo("Augusta");
        });
    }

    @Test
    void whatWasRefreshedInTheInnerOneIsReadAnewAfterTheOuter() {
        SessionFactory careless =
                SessionFactory.of(factory(), SessionSettings.standard().synchronize(Synchronize.NONE));
        careless.transaction(session -> {
            Author ada = author(session, 1);
            String name = ada.name();
            undone(session, outer -> {
                outer.execute(update(a).set(a.name, "Augusta").where(a.id.eq(1L)));
                undone(outer, inner -> inner.refresh(ada));
                assertThat(ada.name()).isEqualTo("Augusta");
            });
            assertThat(ada.name()).isEqualTo(name);
        });
    }

    @Test
    void whatIsAddedInBothIsInNone() {
        Basket first = new Basket("Ada");
        Basket second = new Basket("Bob");
        sessions.transaction(session -> {
            undone(session, outer -> {
                flushedAndUndone(outer, inner -> inner.add(first));
                outer.add(second);
                outer.flush();
                assertThat(outer.contains(first)).isFalse();
            });
            assertThat(session.contains(second)).isFalse();
            session.add(first);
        });
        assertThat(isThere(Basket.class, first.id())).isTrue();
    }
}
