// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations that are loaded and changed, in either order. */
class LoadChangesTest extends LoadTests {
    private final QGallery g = QGallery.as("g");

    @Test
    void loadedObjectsOfACollectionAreChanged() {
        sessions.transaction(session -> {
            Gallery gallery = session.one(select(g).where(g.id.eq(1L)).options(selectin(g.sites), selectin(g.titles)));
            gallery.sites().get(0).moveTo("Olomouc");
            gallery.sites().add(new Address("North 3", "Liberec"));
            gallery.titles().put("de", "Bilder");
        });
        sessions.transaction(session -> {
            Gallery gallery = session.get(Gallery.class, 1L).orElseThrow();
            assertThat(gallery.sites()).extracting(Address::city).containsExactly("Olomouc", "Brno", "Liberec");
            assertThat(gallery.titles()).containsOnlyKeys("en", "cs", "de");
        });
    }

    @Test
    void loadedCollectionsAreChangedByTheirDifferences() {
        sessions.transaction(session -> {
            Article engines = session.one(select(art).where(art.id.eq(11L)).options(selectin(art.tags)));
            Tag empty = session.get(Tag.class, "empty").orElseThrow();
            engines.tags().removeIf(tag -> tag.name().equals("java"));
            engines.tags().add(empty);
            forgetStatements();
            session.flush();
            assertThat(statements())
                    .filteredOn(sql -> sql.contains("article_tag"))
                    .hasSize(2);
        });
        sessions.transaction(session -> assertThat(
                        session.get(Article.class, 11L).orElseThrow().tags())
                .extracting(Tag::name)
                .containsExactlyInAnyOrder("sql", "empty"));
    }

    @Test
    void loadedReferencesAreChanged() {
        sessions.transaction(session -> {
            List<Article> articles = session.list(articles(selectin(art.author)));
            articles.get(0).writtenBy(articles.get(2).author());
            articles.get(2).writtenBy(null);
        });
        sessions.transaction(session -> assertThat(session.list(articles(selectin(art.author))))
                .extracting(article ->
                        article.author() == null ? null : article.author().name())
                .containsExactly("Bob", "Ada", null, null));
    }

    @Test
    void whatWasAddedBeforeLoadingIsKept() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Article ropes = new Article(ada, "Ropes");
            ada.articles().add(ropes);
            session.noAutoflush(() -> session.list(authors(selectin(a.articles))));
            assertThat(ada.articles()).extracting(Article::title).contains("Ropes", "Engines", "Notes");
            assertThat(ada.articles()).hasSize(3);
        });
        sessions.transaction(session -> assertThat(
                        session.get(Author.class, 1L).orElseThrow().articles())
                .hasSize(3));
    }

    @Test
    void changedEntitiesKeepTheirChangesWhenRelationsAreLoaded() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            session.noAutoflush(() -> session.list(authors(selectin(a.articles))));
            assertThat(session.history(ada, "name")).isEqualTo(new History("Ada", "Augusta"));
            assertThat(session.dirty()).containsExactly(ada);
        });
        assertThat(this.<Boolean>read(session -> session.exists(select(a).where(a.name.eq("Augusta")))))
                .isTrue();
    }

    @Test
    void existingEntitiesTakeTheValuesOfTheRowsIfWanted() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            ada.rename("Augusta");
            session.noAutoflush(() -> session.list(select(a).options(ReadOption.POPULATE_EXISTING)));
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(session.dirty()).isEmpty();
        });
    }
}
