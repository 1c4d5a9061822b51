// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows within rows, of the relations of entities, by one statement of a session. */
class SessionMultisetTest extends FilterTests {
    private record ArticleView(String title, Status status, List<String> comments) {}

    private record AuthorView(String name, List<ArticleView> articles) {}

    private final Select<AuthorView> views = select(
                    AuthorView.class,
                    a.name,
                    multiset(
                            a.articles,
                            art,
                            select(
                                            ArticleView.class,
                                            art.title,
                                            art.status,
                                            multiset(
                                                    art.comments,
                                                    c,
                                                    selectValue(c.text).orderBy(c.id.asc())))
                                    .orderBy(art.id.asc())))
            .from(a)
            .orderBy(a.id.asc());

    private final Select<List<Long>> articles = selectValue(
                    multiset(a.articles, art, selectValue(art.id).orderBy(art.id.asc())))
            .from(a)
            .orderBy(a.id.asc());

    private static final ArticleView ENGINES = new ArticleView("Engines", Status.PUBLISHED, List.of("good", "better"));

    @Test
    void recordsWithinRecordsComeByOneStatement() {
        List<AuthorView> read = read(session -> session.list(views));

        assertThat(statements()).hasSize(1);
        assertThat(read)
                .containsExactly(
                        new AuthorView("Ada", List.of(ENGINES, new ArticleView("Notes", Status.DRAFT, List.of()))),
                        new AuthorView("Bob", List.of(new ArticleView("Bridges", Status.PUBLISHED, List.of("best")))),
                        new AuthorView("Cyd", List.of()),
                        new AuthorView("Dan", List.of()));
    }

    @Test
    void whatIsPendingIsWithinThem() {
        sessions.transaction(session -> {
            Author cyd = session.get(Author.class, 3L).orElseThrow();
            session.add(new Article(cyd, "Cards"));
            assertThat(session.list(views).get(2).articles())
                    .containsExactly(new ArticleView("Cards", Status.DRAFT, List.of()));
        });
    }

    @Test
    void whatIsNotSeenIsNotWithinThem() {
        List<List<Long>> seen = published(session -> session.list(articles));
        List<AuthorView> deep = published(session -> session.list(views));

        assertThat(seen).containsExactly(List.of(11L), List.of(13L), List.of(), List.of());
        assertThat(deep.get(0).articles()).containsExactly(ENGINES);
        assertThat(list(EntityFilter.of("good", QComment::as, x -> x.text.ne("better")), views)
                        .get(0)
                        .articles()
                        .get(0)
                        .comments())
                .containsExactly("good");
    }

    @Test
    void aStatementMayDoWithoutFiltersWithinThemToo() {
        List<List<Long>> all = published(session -> session.list(articles.options(unfiltered("published"))));

        assertThat(all).containsExactly(List.of(11L, 12L), List.of(13L), List.of(), List.of());
    }

    @Test
    void streamsAndPartitionsHaveThem() {
        published(session -> {
            try (var lists = session.partitions(articles, 3)) {
                assertThat(lists.toList().get(0)).containsExactly(List.of(11L), List.of(13L), List.of());
            }
            return true;
        });
    }
}
