// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a stream, as many at once as travel together. */
class PartitionsTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    @ParameterizedTest
    @CsvSource({"1, 1 1 1 1", "2, 2 2", "3, 3 1", "4, 4", "5, 4"})
    void eachListHasTheRowsOfOneFetch(int size, String sizes) {
        sessions.transaction(session -> {
            try (Stream<List<String>> names =
                            session.partitions(selectValue(a.name).orderBy(a.id.asc()), size);
                    Stream<List<Author>> authors = session.partitions(select(a).orderBy(a.id.asc()), size)) {
                List<List<String>> read = names.toList();
                assertThat(read.stream().flatMap(List::stream)).containsExactly("Ada", "Bob", "Cyd", "Dan");
                assertThat(read.stream().map(list -> String.valueOf(list.size())))
                        .containsExactly(sizes.split(" "));
                assertThat(authors.map(list -> list.stream().map(Author::name).toList()))
                        .isEqualTo(read);
            }
        });
    }

    @Test
    void nothingIsNoList() {
        sessions.transaction(session -> {
            try (Stream<List<Author>> none = session.partitions(select(a).where(a.id.lt(0L)), 2)) {
                assertThat(none).isEmpty();
            }
        });
    }

    @Test
    void valuesMayBeNull() {
        sessions.transaction(session -> {
            try (Stream<List<Long>> mentors =
                    session.partitions(selectValue(a.mentor.id).orderBy(a.id.asc()), 3)) {
                assertThat(mentors.flatMap(List::stream)).containsExactly(null, 1L, 1L, 3L);
            }
        });
    }

    @Test
    void entitiesStayForTheirListAndLeaveWhenTheNextIsRead() {
        sessions.transaction(session -> {
            try (Stream<List<Author>> stream = session.partitions(select(a).orderBy(a.id.asc()), 2)) {
                Iterator<List<Author>> lists = stream.iterator();
                List<Author> first = lists.next();
                assertThat(first).hasSize(2).allMatch(session::contains);
                first.get(1).rename("Robert");

                List<Author> second = lists.next();
                assertThat(second).hasSize(2).allMatch(session::contains);
                assertThat(first).filteredOn(session::contains).containsExactly(first.get(1));
                assertThat(lists.hasNext()).isFalse();
            }
        });
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 2L).orElseThrow().name()))
                .isEqualTo("Robert");
    }

    @Test
    void relationsAreLoadedByOneStatementForEachList() {
        sessions.transaction(session -> {
            forgetStatements();
            List<Integer> statements = new ArrayList<>();
            List<String> authors = new ArrayList<>();
            try (Stream<List<Article>> lists =
                    session.partitions(select(art).options(selectin(art.author)).orderBy(art.id.desc()), 2)) {
                lists.forEach(list -> {
                    statements.add(statements().size());
                    list.stream()
                            .map(Article::author)
                            .filter(Objects::nonNull)
                            .map(Author::name)
                            .forEach(authors::add);
                });
            }
            assertThat(statements).as("one that opens the cursor, and authors").containsExactly(2, 3);
            assertThat(statements()).as("nothing loads on use").hasSize(3);
            assertThat(authors).containsExactly("Bob", "Ada", "Ada");
        });
    }

    @Test
    void filtersHoldInThem() {
        EntityFilter senior = EntityFilter.of("senior", QAuthor::as, x -> x.id.lt(4L));
        sessions.transaction(session -> {
            List<List<Author>> lists = session.filtered(List.of(senior), () -> {
                try (Stream<List<Author>> seen = session.partitions(select(a), 2)) {
                    return seen.toList();
                }
            });
            assertThat(lists).extracting(List::size).containsExactly(2, 1);
        });
    }

    @Test
    void closingThemClosesTheStream() {
        sessions.transaction(session -> {
            List<Author> first;
            try (Stream<List<Author>> lists = session.partitions(select(a), 1)) {
                first = lists.findFirst().orElseThrow();
                assertThat(first).allMatch(session::contains);
            }
            assertThat(first).noneMatch(session::contains);
        });
    }

    @Test
    void theyEndWithTheBlockThatIsUndone() {
        sessions.transaction(session -> {
            List<Iterator<?>> left = new ArrayList<>();
            assertThatThrownBy(() -> session.nested(inner -> {
                        left.add(inner.partitions(selectValue(a.name), 1).iterator());
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            assertThatThrownBy(left.get(0)::next).isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                    .isEqualTo(OrmError.STREAM_ENDED));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aRowTravelsAtATimeAtLeast(int size) {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.partitions(select(a), size))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + size);
            assertThatThrownBy(() -> session.stream(selectValue(a.id), size))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(session.list(select(a))).as("nothing has failed").hasSize(4);
        });
    }
}
