// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows. */
class TutorialTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QComment c = QComment.as("c");

    @Test
    void transactions() {
        // region transactions
        SessionFactory sessions = SessionFactory.of(factory());

        sessions.transaction(session -> {
            Author ada = session.one(select(a).where(a.name.eq("Ada")));
            ada.rename("Ada Lovelace");
            session.add(new Article(ada, "Looms"));
        });

        List<String> titles = sessions.read(session ->
                session.list(selectValue(art.title).where(art.author.id.eq(1L)).orderBy(art.title.asc())));
        // endregion
        assertThat(titles).containsExactly("Engines", "Looms", "Notes");
    }

    @Test
    void reading() {
        sessions.transaction(session -> {
            // region reading
            List<Author> all = session.list(select(a).orderBy(a.name.asc()));
            Author ada = session.one(select(a).where(a.id.eq(1L)));
            boolean drafts = session.exists(select(art).where(art.status.eq(Status.DRAFT)));
            long published = session.count(select(art).where(art.status.eq(Status.PUBLISHED)));
            Author same = session.get(Author.class, 1L).orElseThrow();
            // endregion
            assertThat(all.get(0)).isSameAs(ada).isSameAs(same);
            assertThat(drafts).isTrue();
            assertThat(published).isEqualTo(2);
        });
    }

    @Test
    void loading() {
        sessions.transaction(session -> {
            // region loading
            Select<Article> withAll = select(art)
                    .where(art.status.eq(Status.PUBLISHED))
                    .options(selectin(art.author), selectin(art.comments).then(selectin(c.author)), raise(art.tags));
            List<Article> articles = session.list(withAll);
            // endregion
            assertThat(articles).hasSize(2);
            assertThatThrownBy(() -> articles.get(0).tags().size()).isInstanceOf(OrmException.class);
        });
    }

    @Test
    void sides() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Author bob = session.get(Author.class, 2L).orElseThrow();
            Article engines = ada.articles().get(1);
            // region sides
            bob.articles().add(engines);
            boolean moved = engines.author() == bob && !ada.articles().contains(engines);

            engines.writtenBy(ada);
            boolean movedBack =
                    ada.articles().contains(engines) && !bob.articles().contains(engines);
            // endregion
            assertThat(moved).isTrue();
            assertThat(movedBack).isTrue();
        });
    }

    @Test
    void states() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            // region states
            ada.rename("Augusta");

            EntityState state = session.state(ada);
            History name = session.history(ada, "name");
            boolean willBeWritten = session.dirty().contains(ada);
            // endregion
            assertThat(state).isEqualTo(EntityState.PERSISTENT);
            assertThat(name).isEqualTo(new History("Ada", "Augusta"));
            assertThat(willBeWritten).isTrue();
        });
    }

    @Test
    void writing() {
        sessions.transaction(session -> {
            // region writing
            List<Article> published = session.list(update(art)
                    .set(art.status, Status.PUBLISHED)
                    .set(art.version, art.version.plus(1))
                    .where(art.author.id.eq(1L))
                    .returning(art));
            // endregion
            assertThat(published).hasSize(2).allMatch(article -> article.status() == Status.PUBLISHED);
        });
    }

    @Test
    void streaming() {
        sessions.transaction(session -> {
            // region streaming
            try (Stream<Article> articles = session.stream(select(art).options(selectin(art.author)), 500)) {
                articles.filter(article -> article.author() == null).forEach(Article::publish);
            }
            // endregion
            assertThat(session.dirty()).hasSize(1);
        });
    }

    @Test
    void partitions() {
        List<Integer> sizes = new ArrayList<>();
        sessions.transaction(session -> {
            // region partitions
            try (Stream<List<Article>> partitions =
                    session.partitions(select(art).options(selectin(art.author)).orderBy(art.id.asc()), 3)) {
                partitions.forEach(articles -> sizes.add(articles.size()));
            }
            // endregion
        });
        assertThat(sizes).containsExactly(3, 1);
    }

    @Test
    void noAutoflush() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            // region autoflush
            ada.rename("Augusta");
            boolean before = session.noAutoflush(() -> session.exists(select(a).where(a.name.eq("Augusta"))));
            boolean after = session.exists(select(a).where(a.name.eq("Augusta")));
            // endregion
            assertThat(before).isFalse();
            assertThat(after).isTrue();
        });
    }
}
