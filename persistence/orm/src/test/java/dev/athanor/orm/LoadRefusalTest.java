// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QGallery;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations that are not to be loaded. */
class LoadRefusalTest extends LoadTests {
    @Test
    void refusedRelationsTellWhatToDo() {
        sessions.transaction(session -> {
            Article engines = session.one(
                    select(art).where(art.id.eq(11L)).options(raise(art.tags), raise(art.author), raise(art.keywords)));
            assertThatThrownBy(() -> engines.tags().size())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                    .hasMessageContaining("Article.tags")
                    .hasMessageContaining("11")
                    .hasMessageContaining("selectin");
            assertThatThrownBy(engines::author).isInstanceOf(OrmException.class);
            assertThatThrownBy(() -> engines.keywords().isEmpty()).isInstanceOf(OrmException.class);
            assertThat(session.dirty()).isEmpty();
            engines.retitle("Machines");
        });
        assertThat(statements()).as("one read, one write").hasSize(2);
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            assertThat(engines.title()).isEqualTo("Machines");
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void refusedRelationsAreLoadedByAnotherStatement() {
        sessions.transaction(session -> {
            Article engines =
                    session.one(select(art).where(art.id.eq(11L)).options(raise(art.tags), raise(art.author)));
            session.list(articles(selectin(art.tags)).options(selectin(art.author)));
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void refusedMapsOfValuesAreNotReadToWriteOrDeleteTheirOwners() {
        QGallery g = QGallery.as("g");
        sessions.transaction(session -> {
            List<Gallery> galleries =
                    session.list(select(g).orderBy(g.id.desc()).options(raise(g.titles), raise(g.media)));
            galleries.get(1).rename("renamed");
            session.delete(galleries.get(0));
            forgetStatements();
        });
        assertThat(statements())
                .filteredOn(sql -> sql.contains("gallery_title"))
                .allMatch(KindTests::isWrite);
        read(session -> {
            Gallery left = session.one(select(g));
            assertThat(left.name()).isEqualTo("renamed");
            return assertThat(left.titles()).hasSize(2);
        });
    }

    @InJavaSe
    @Test
    void whatWasRefusedIsNotRefusedToOthersByTheSharedCache() {
        try (EntityManager entities = factory().createEntityManager()) {
            List<Article> articles =
                    Session.of(entities).list(articles(raise(art.author)).options(raise(art.tags)));
            entities.getTransaction().begin();
            articles.forEach(article -> article.retitle(article.title() + "!"));
            entities.getTransaction().commit();
        }
        try (EntityManager entities = factory().createEntityManager()) {
            Article engines = entities.find(Article.class, 11L);
            assertThat(engines.title()).isEqualTo("Engines!");
            assertThat(engines.tags()).hasSize(2);
            assertThat(engines.author().name()).isEqualTo("Ada");
        }
    }
}
