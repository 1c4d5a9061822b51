// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.Test;

class LeanIdentityMapTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");

    private static LeanIdentityMap map(Session session) {
        UnitOfWorkImpl unit = (UnitOfWorkImpl) session.entityManager().unwrap(UnitOfWork.class);
        return (LeanIdentityMap) unit.getIdentityMapAccessorInstance().getIdentityMap(unit.getDescriptor(Author.class));
    }

    @Test
    void eclipseLinkFindsWhatSessionsHaveRead() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            for (Author author : authors) {
                assertThat(session.entityManager().find(Author.class, author.id()))
                        .isSameAs(author);
                CacheKey key = map(session).getCacheKey(author.id(), false);
                assertThat(key.getObject()).isSameAs(author);
                assertThat(key.getOwningMap()).isSameAs(map(session));
                assertThat(map(session).getCacheKey(author.id(), false)).isSameAs(key);
            }
            assertThat(map(session).getSize()).isEqualTo(authors.size());
        });
    }

    @Test
    void eclipseLinkGoesThroughAll() {
        sessions.transaction(session -> {
            List<Author> authors = session.list(select(a));
            map(session).getCacheKey(authors.get(0).id(), false);
            List<Object> all = new ArrayList<>();
            for (Enumeration<?> rest = map(session).elements(); rest.hasMoreElements(); ) {
                all.add(rest.nextElement());
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(authors);
        });
    }

    @Test
    void sessionsFindWhatEclipseLinkHasRead() {
        sessions.transaction(session -> {
            session.exists(select(a));
            Author ada = session.entityManager().find(Author.class, 1L);
            assertThat(map(session).entity(1L)).isSameAs(ada);
            assertThat(session.one(select(a).where(a.id.eq(1L)))).isSameAs(ada);
        });
    }

    @Test
    void whatIsTakenOutIsReadAnew() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            session.expunge(ada);
            assertThat(map(session).entity(1L)).isNull();
            assertThat(session.get(Author.class, 1L).orElseThrow()).isNotSameAs(ada);
        });
    }

    @Test
    void aCopyKeepsWhatIsThereThen() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            LeanIdentityMap copy = (LeanIdentityMap) map(session).clone();
            session.expunge(ada);
            assertThat(copy.entity(1L)).isSameAs(ada);
        });
    }
}
