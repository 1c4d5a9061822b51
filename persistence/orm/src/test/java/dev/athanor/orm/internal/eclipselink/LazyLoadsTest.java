// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.junit.jupiter.api.Test;

class LazyLoadsTest extends SessionTest {
    private static SessionContext context(Session session) {
        return SessionContext.of((UnitOfWorkImpl) session.entityManager().unwrap(UnitOfWork.class));
    }

    @Test
    void listenersAreToldOfStatementsThatLoad() {
        sessions.transaction(session -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            List<String> told = new ArrayList<>();
            context(session)
                    .lazyLoads()
                    .listen((entity, attribute) -> told.add(((Article) entity).title() + " " + attribute));
            engines.author();
            engines.author();
            assertThat(engines.tags()).hasSize(2);
            session.get(Article.class, 12L).orElseThrow().author();
            assertThat(told).as("the author is there").containsExactly("Engines author", "Engines tags");
        });
    }

    @Test
    void statementsOfRelationsAndKeysAreFiltered() {
        EntityFilter nobody = EntityFilter.of("nobody", QAuthor::as, a -> a.id.isNull());
        sessions.transaction(session -> session.filtered(List.of(nobody), () -> {
            Article engines = session.get(Article.class, 11L).orElseThrow();
            assertThat(engines.author()).isNull();
            assertThat(session.get(Author.class, 4L)).isEmpty();
            return true;
        }));
    }
}
