// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.Test;

class RegisteredTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");

    private static Map<?, ?> all(Session session) {
        return ((UnitOfWorkImpl) session.entityManager().unwrap(UnitOfWork.class)).getCloneMapping();
    }

    /** What EclipseLink looks for changes among. */
    private static Map<?, ?> examined(Session session) {
        return (Map<?, ?>) ((IdentityHashMap<?, ?>) all(session)).clone();
    }

    private List<String> names() {
        return read(session -> session.list(selectValue(a.name)));
    }

    @Test
    void whereNothingWasChangedNoEntityIsLookedAt() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            assertThat(all(session)).hasSize(authors.size());
            assertThat(examined(session)).isEmpty();
        });
    }

    @Test
    void entitiesThatWereReadAreThereWhenAskedFor() {
        sessions.transaction(session -> {
            Map<?, ?> all = all(session);
            List<Author> first = session.list(select(a).where(a.id.eq(1L)));
            assertThat(all.get(first.get(0))).isSameAs(first.get(0));
            List<Author> authors = session.list(select(a));
            assertThat(all).hasSize(authors.size()).isNotEmpty();
            assertThat(all.keySet().toArray()).containsExactlyInAnyOrder(authors.toArray());
            assertThat(all.containsKey(authors.get(1))).isTrue();
            assertThat(session.contains(authors.get(1))).isTrue();
            session.entityManager().clear();
            assertThat(all(session)).isEmpty();
        });
    }

    @Test
    void whereSomethingWasChangedOnlyThatIs() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            authors.get(0).rename("Augusta");
            assertThat(examined(session).keySet().toArray()).containsExactly(authors.get(0));
        });
        assertThat(names()).contains("Augusta");
    }

    @Test
    void whatWasChangedAndSentAwayIsNot() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            authors.get(0).rename("Augusta");
            authors.get(1).rename("Agatha");
            session.expunge(authors.get(0));
            assertThat(examined(session).keySet().toArray()).containsExactly(authors.get(1));
        });
        assertThat(names()).contains("Agatha").doesNotContain("Augusta");
    }

    @Test
    void ofWhichTheVersionIsToChangeIsLookedAt() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            session.entityManager().lock(authors.get(0), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            assertThat(examined(session).keySet().toArray()).containsExactly(authors.get(0));
        });
    }

    @Test
    void changesOfARelationAreLookedAt() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            assertThat(ada.articles()).isNotEmpty();
            assertThat(examined(session)).isEmpty();
            ada.articles().remove(0);
            assertThat(examined(session).keySet().toArray()).contains(ada);
        });
    }

    @Test
    void newEntitiesAreLookedAt() {
        sessions.transaction(session -> {
            session.list(select(a));
            Tag fresh = new Tag("fresh");
            session.add(fresh);
            assertThat(examined(session).keySet().toArray()).containsExactly(fresh);
        });
        List<Tag> tags = read(session -> session.list(select(QTag.table())));
        assertThat(tags).extracting(Tag::name).contains("fresh");
    }

    @Test
    void entitiesReadByJpqlAreWrittenWhenTheyChange() {
        sessions.transaction(session -> {
            Author ada = session.entityManager()
                    .createQuery("select a from Author a where a.id = 1", Author.class)
                    .getSingleResult();
            session.exists(select(a));
            ada.rename("Augusta");
        });
        assertThat(names()).contains("Augusta");
    }

    @Test
    @InJavaSe
    void entitiesThatAreHeldWeaklyAreWrittenAndUndone() {
        try (EntityManagerFactory factory = weakFactory()) {
            SessionFactory weak = SessionFactory.of(factory);
            weak.transaction(session -> {
                Author ada = session.get(Author.class, 1L).orElseThrow();
                ada.rename("Augusta");
                assertThatThrownBy(() -> session.nested(inner -> {
                            ada.rename("Agatha");
                            inner.flush();
                            throw new IllegalStateException("no");
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasNoSuppressedExceptions();
                assertThat(ada.name()).isEqualTo("Augusta");
            });
            weak.transaction(
                    session -> session.get(Author.class, 2L).orElseThrow().rename("Roberta"));
        }
        assertThat(names()).contains("Augusta", "Roberta");
    }
}
