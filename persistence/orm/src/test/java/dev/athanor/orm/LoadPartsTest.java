// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of relations: those that meet a condition, or the first of each entity. */
class LoadPartsTest extends LoadTests {
    private final QComment c = QComment.as("c");
    private final QTag t = QTag.as("t");

    /** Nothing is changed, and a flush writes nothing. */
    private static void assertUnchanged(Session session) {
        assertThat(session.dirty()).isEmpty();
        forgetStatements();
        session.flush();
        assertThat(statements()).isEmpty();
    }

    @Test
    void partsOfRelationsAreLoaded() {
        sessions.transaction(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(selectin(art.comments, c).where(c.text.like("b%")).orderBy(c.id.desc())));
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("better");
            assertThat(articles.get(2).comments()).extracting(Comment::text).containsExactly("best");
            assertThat(statements()).hasSize(2);
            assertUnchanged(session);
        });
    }

    @Test
    void theFirstOfEachEntityAreLoaded() {
        execute("insert into comment values (104, 'late', 11, 1), (105, 'later', 13, 1)");
        read(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(selectin(art.comments, c)
                            .orderBy(c.id.desc())
                            .limit(2)
                            .then(selectin(c.author))));
            assertThat(articles.get(0).comments()).extracting(Comment::text).containsExactly("late", "better");
            assertThat(articles.get(2).comments()).extracting(Comment::text).containsExactly("later", "best");
            assertThat(articles.get(1).comments()).isEmpty();
            forgetStatements();
            assertThat(articles.get(0).comments().get(0).author().name()).isEqualTo("Ada");
            assertThat(articles.get(2).comments().get(1).author().name()).isEqualTo("Ada");
            assertThat(statements()).isEmpty();
            return articles;
        });
    }

    @Test
    void partsByATableBetweenAndOfValuesAreLoaded() {
        QArticle.Keywords k = QArticle.Keywords.as("k");
        sessions.transaction(session -> {
            List<Article> articles = session.list(select(art)
                    .orderBy(art.id.asc())
                    .options(
                            selectin(art.tags, t).where(t.name.eq("java")),
                            selectin(art.keywords, k).where(k.value.like("s%"))));
            assertThat(articles.get(0).tags()).extracting(Tag::name).containsExactly("java");
            assertThat(articles.get(2).tags()).isEmpty();
            assertThat(articles.get(0).keywords()).containsExactly("steam");
            assertThat(articles.get(2).keywords()).containsExactly("steel");
            assertUnchanged(session);
        });
    }

    @Test
    void whatIsAddedToAPartOrTakenFromItIsWritten() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java"))));
            Tag empty = session.get(Tag.class, "empty").orElseThrow();
            engines.tags().clear();
            engines.tags().add(empty);
        });
        read(session -> assertThat(session.get(Article.class, 11L).orElseThrow().tags())
                .extracting(Tag::name)
                .containsExactlyInAnyOrder("sql", "empty"));
    }

    @Test
    void partsAreNotSharedWithOthers() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java")), noLoad(art.comments)));
            engines.retitle("Machines");
        });
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.comments()).hasSize(2);
        }
    }

    @Test
    void aPartOfARelationToOneIsRefused() {
        assertThatThrownBy(() -> this.<Object>read(session ->
                        session.list(select(art).options(selectin(art.author, a).where(a.id.eq(1L))))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.OPTION_INVALID));
    }

    @Test
    void changedPartsAreNotLoadedAnew() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art)
                    .where(art.id.eq(11L))
                    .options(selectin(art.tags, t).where(t.name.eq("java"))));
            engines.tags().add(session.get(Tag.class, "empty").orElseThrow());
            session.noAutoflush(() -> session.list(select(art).options(selectin(art.tags))));
            assertThat(engines.tags()).extracting(Tag::name).containsExactlyInAnyOrder("java", "empty");
        });
        read(session ->
                assertThat(session.get(Article.class, 11L).orElseThrow().tags()).hasSize(3));
    }
}
