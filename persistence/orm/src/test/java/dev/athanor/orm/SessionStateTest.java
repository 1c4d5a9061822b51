// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionStateTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private Author author(Session session, long id) {
        return session.get(Author.class, id).orElseThrow();
    }

    @Test
    void entitiesGoThroughTheirStates() {
        Author gus = new Author(7, "Gus");
        sessions.transaction(session -> {
            assertThat(session.state(gus)).isEqualTo(EntityState.TRANSIENT);
            session.add(gus);
            assertThat(session.state(gus)).isEqualTo(EntityState.PENDING);
            session.flush();
            assertThat(session.state(gus)).isEqualTo(EntityState.PERSISTENT);
        });
        sessions.transaction(session -> {
            assertThat(session.state(gus)).isEqualTo(EntityState.DETACHED);
            Author own = session.merge(gus);
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            session.delete(own);
            assertThat(session.state(own)).isEqualTo(EntityState.DELETED);
            session.flush();
            assertThat(session.state(own)).isEqualTo(EntityState.DELETED);
        });
    }

    @Test
    void expungedEntitiesAreDetachedAndNotWritten() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            session.expunge(ada);

            assertThat(session.state(ada)).isEqualTo(EntityState.DETACHED);
            assertThat(session.contains(ada)).isFalse();
            assertThat(author(session, 1)).isNotSameAs(ada).returns("Ada", Author::name);
        });
    }

    @Test
    void changesHaveAHistory() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            assertThat(session.history(ada, "name")).isEqualTo(new History("Ada", "Ada"));

            ada.rename("Augusta");
            ada.rename("Lovelace");
            assertThat(session.history(ada, "name")).isEqualTo(new History("Ada", "Lovelace"));
            assertThat(session.history(ada, "name").isChanged()).isTrue();
            assertThat(session.isModified(ada)).isTrue();

            session.flush();
            assertThat(session.history(ada, "name")).isEqualTo(new History("Lovelace", "Lovelace"));
            assertThat(session.isModified(ada)).isFalse();
        });
    }

    @Test
    void relationsToOneHaveAHistory() {
        sessions.transaction(session -> {
            Article article = session.get(Article.class, 11L).orElseThrow();
            Author ada = author(session, 1);
            Author bob = author(session, 2);
            forgetStatements();

            assertThat(session.history(article, "author").isChanged()).isFalse();
            assertThat(statements()).as("it loads nothing").isEmpty();

            article.writtenBy(bob);
            assertThat(session.history(article, "author")).isEqualTo(new History(ada, bob));
        });
    }

    @Test
    void collectionsHaveAHistory() {
        sessions.transaction(session -> {
            Article article = session.get(Article.class, 11L).orElseThrow();
            Tag java = session.get(Tag.class, "java").orElseThrow();
            Tag sql = session.get(Tag.class, "sql").orElseThrow();

            article.tags().remove(java);

            History history = session.history(article, "tags");
            assertThat(history.before()).isEqualTo(Set.of(java, sql));
            assertThat(history.after()).isEqualTo(Set.of(sql));
            assertThat(session.isModified(article)).isTrue();
            assertThat(article.tags()).as("asking changes nothing").containsExactly(sql);
        });
    }

    @Test
    void whatIsEmbeddedHasAHistory() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            Address before = ada.home();
            Address after = new Address("High 2", "Bath");

            ada.settle(after);

            assertThat(session.history(ada, "home").after()).isSameAs(after);
            assertThat(session.history(ada, "home").before())
                    .asInstanceOf(type(Address.class))
                    .returns(before.city(), Address::city);
        });
    }

    @Test
    void changesWithinWhatIsEmbeddedAreSeen() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.home().moveTo("Bath");

            assertThat(session.isModified(ada)).isTrue();
            assertThat(session.dirty()).containsExactly(ada);
        });
        assertThat(this.<String>read(session -> author(session, 1).home().city()))
                .isEqualTo("Bath");
    }

    @Test
    void theSessionKnowsWhatItWillWrite() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a).orderBy(a.id.asc()));
            Author gus = new Author(7, "Gus");
            assertThat(session.dirty()).isEmpty();

            authors.get(0).rename("Augusta");
            session.add(gus);
            session.delete(authors.get(3));

            assertThat(session.dirty()).containsExactly(authors.get(0));
            assertThat(session.added()).containsExactly(gus);
            assertThat(session.deleted()).containsExactly(authors.get(3));
            session.flush();
            assertThat(session.dirty()).isEmpty();
            assertThat(session.added()).isEmpty();
            assertThat(session.deleted()).isEmpty();
        });
    }

    @Test
    void readingDirtiesNothing() {
        sessions.transaction(session -> {
            session.list(select(art)).forEach(article -> {
                assertThat(article.keywords()).isNotNull().hasSizeLessThan(3);
                assertThat(article.tags()).hasSizeLessThan(3);
                assertThat(article.comments()).hasSizeLessThan(3);
            });
            assertThat(session.dirty()).isEmpty();
            forgetStatements();
            session.flush();
            assertThat(statements()).isEmpty();
        });
    }

    @Test
    void refreshedEntitiesLoseTheirChanges() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            session.refresh(ada);

            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(session.isModified(ada)).isFalse();
        });
    }

    @Test
    void expiredEntitiesAreReadAnewWhenTheyAreUsed() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            session.expire(ada);
            execute("update author set name = 'Lovelace' where id = 1");
            forgetStatements();

            assertThat(session.isModified(ada)).isFalse();
            assertThat(statements()).isEmpty();
            assertThat(ada.id()).isEqualTo(1);
            assertThat(ada.name()).isEqualTo("Lovelace");
            assertThat(statements()).hasSize(1);
            ada.rename("Ada King");
        });
        assertThat(this.<String>read(session -> author(session, 1).name())).isEqualTo("Ada King");
    }

    @Test
    void statementsCompleteExpiredEntities() {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            session.expire(ada);
            execute("update author set name = 'Lovelace' where id = 1");

            session.list(select(a));
            forgetStatements();
            assertThat(ada.name()).isEqualTo("Lovelace");
            assertThat(statements()).isEmpty();
        });
    }

    @Test
    void entitiesOfNoSessionHaveNoHistory() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.history(new Author(7, "Gus"), "name"))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.NOT_IN_SESSION));
            assertThatThrownBy(() -> session.history(author(session, 1), "nickname"))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ATTRIBUTE_UNKNOWN));
        });
    }
}
