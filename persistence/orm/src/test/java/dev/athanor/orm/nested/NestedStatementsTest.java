// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.ReadOption;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.cabinet.Folder;
import dev.athanor.orm.cabinet.QFolder;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.Letter;
import dev.athanor.orm.press.Note;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Treasure;
import dev.athanor.testing.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements did, and what is not tracked by listeners, is undone with a block. */
@PostgresTest(scripts = {"/press.sql", "/cabinet.sql", "/dev/athanor/orm/athanor-history.sql"})
class NestedStatementsTest extends BlockTests {
    private final QAuthor a = QAuthor.as("a");
    private final QComment c = QComment.as("c");

    @Test
    void whatAStatementWroteIsUndoneAndSeenSo() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author dan = author(session, 4);
            undone(session, inner -> {
                inner.execute(update(a).set(a.name, a.name.concat("!")));
                assertThat(ada.name()).isEqualTo("Ada!");
                inner.execute(delete(c));
                inner.execute(delete(a).where(a.id.eq(4L)));
                assertThat(inner.contains(dan)).isFalse();
            });
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(session.contains(dan)).isTrue();
            assertThat(author(session, 4)).isSameAs(dan);
            assertThat(session.count(select(c))).isEqualTo(3);
        });
    }

    @Test
    void whatWasRefreshedIsAsItWas() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            undone(session, inner -> {
                inner.execute(update(a).set(a.name, "all"), dev.athanor.orm.Synchronize.NONE);
                inner.refresh(ada);
                inner.list(select(a).options(ReadOption.POPULATE_EXISTING));
                assertThat(ada.name()).isEqualTo("all");
                assertThat(bob.name()).isEqualTo("all");
            });
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(bob.name()).isEqualTo("Bob");
        });
    }

    @Test
    void rowsThatWereWrittenAtOnceAreUndoneWithTheEntitiesTheyTouched() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            undone(session, inner -> {
                inner.bulk().insert(List.of(new Author(9, "Eve")));
                inner.bulk().delete(c.id, List.of(101L, 102L, 103L));
                assertThat(author(inner, 9).name()).isEqualTo("Eve");
            });
            assertThat(session.get(Author.class, 9L)).isEmpty();
            assertThat(session.count(select(c))).isEqualTo(3);
            assertThat(ada.name()).isEqualTo("Ada");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsComparedHasItsEarlierValues(boolean flush) {
        execute("insert into treasure (id, version, names, counts) values (1, 1, '[\"a\", \"b\"]', '{1, 2}')");
        sessions.transaction(session -> {
            Treasure treasure = session.get(Treasure.class, 1L).orElseThrow();
            treasure.names.add("c");
            undone(session, inner -> {
                treasure.names.add("d");
                treasure.counts[0] = 7;
                treasure.note = new Note("x", 1, List.of());
                if (flush) {
                    inner.flush();
                }
            });
            assertThat(treasure.names).containsExactly("a", "b", "c");
            assertThat(treasure.counts).containsExactly(1, 2);
            assertThat(treasure.note).isNull();
            assertThat(treasure.version).isEqualTo(2);
            treasure.names.add("e");
        });
        List<String> names = read(session -> session.get(Treasure.class, 1L).orElseThrow().names);
        assertThat(names).containsExactly("a", "b", "c", "e");
    }

    @Test
    void whatWasMarkedAsDeletedLivesAgain() {
        QFolder f = QFolder.as("f");
        sessions.transaction(session -> {
            Folder bills = session.get(Folder.class, 1L).orElseThrow();
            flushedAndUndone(session, inner -> inner.delete(bills));
            assertThat(bills.deletedAt()).isNull();
            assertThat(session.list(select(f))).hasSize(2).contains(bills);
            session.delete(bills);
            flushedAndUndone(session, inner -> inner.restore(bills));
            assertThat(bills.deletedAt()).isNotNull();
        });
        assertThat(isThere(Folder.class, 1L)).isFalse();
    }

    @Test
    void theHistoryKnowsNothingOfIt() {
        Invoice invoice = new Invoice("10.50", null);
        sessions.transaction(session -> {
            session.add(invoice);
            flushedAndUndone(session, inner -> invoice.charge("11.00"));
            invoice.charge("12.00");
        });
        List<Revision> revisions = read(
                session -> session.historyOf(session.get(Invoice.class, java.util.Objects.requireNonNull(invoice.id()))
                        .orElseThrow()));
        assertThat(revisions).extracting(Revision::kind).containsExactly(Revision.Kind.INSERT, Revision.Kind.UPDATE);
    }

    @Test
    void streamsThatWereOpenedInItEndWithIt() {
        sessions.transaction(session -> {
            List<Stream<Author>> opened = new ArrayList<>();
            undone(session, inner -> opened.add(inner.stream(select(a).orderBy(a.id.asc()), 1)));
            assertThatThrownBy(() -> opened.get(0).toList())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.STREAM_ENDED));
            try (Stream<Author> before = session.stream(select(a).orderBy(a.id.asc()), 1)) {
                var names = before.iterator();
                assertThat(names.next().name()).isEqualTo("Ada");
                undone(session, inner -> author(inner, 1).rename("Agatha"));
                assertThat(names.next().name()).isEqualTo("Bob");
            }
        });
    }

    @Test
    void aFailedChunkLeavesEntitiesAsTheyWere() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            assertThatThrownBy(() -> session.bulk().chunksOf(1).insert(List.of(new Tag("new"), new Tag("sql"))))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ROW_REFUSED));
            assertThat(session.get(Tag.class, "new")).isEmpty();
            ada.rename("Augusta");
        });
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void keysThatTheDatabaseMakesGoOn() {
        Letter first = new Letter("first");
        Letter second = new Letter("second");
        sessions.transaction(session -> {
            flushedAndUndone(session, inner -> inner.add(first));
            session.add(second);
            session.add(first);
        });
        assertThat(isThere(Letter.class, first.id())).isTrue();
        assertThat(isThere(Letter.class, second.id())).isTrue();
        assertThat(first.id()).isNotEqualTo(second.id());
    }
}
