// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.Task;
import dev.athanor.orm.press.Author;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks in which entities leave the session: what it has then, and what the shared cache learns. */
class NestedCacheTest extends BlockTests {
    /** What others find, in the shared cache if it is there. */
    private static List<String> cached() {
        try (EntityManager entities = factory().createEntityManager()) {
            return List.of(
                    entities.find(Author.class, 1L).name(),
                    entities.find(Author.class, 2L).name(),
                    entities.find(Author.class, 3L).name());
        }
    }

    private static void block(Session session, boolean keep, Task<RuntimeException> task) {
        if (keep) {
            session.nested(task);
        } else {
            undone(session, task);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasExpungedInABlockStaysOut(boolean keep) {
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            block(session, keep, inner -> {
                ada.rename("Agatha");
                inner.flush();
                inner.expunge(ada);
            });
            assertThat(session.contains(ada)).isFalse();
            assertThat(author(session, 1)).isNotSameAs(ada);
            assertThat(author(session, 1).name()).isEqualTo(keep ? "Agatha" : "Augusta");
            ada.rename("nobody");
        });
        assertThat(name(1)).isEqualTo(keep ? "Agatha" : "Augusta");
    }

    /** It is not known any more which of them were changed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasFlushedBeforeABlockThatClearsTheSessionIsReadAnewByOthers(boolean keep) {
        assertThat(cached()).containsExactly("Ada", "Bob", "Cyd");
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            ada.rename("Augusta");
            session.flush();
            block(session, keep, inner -> {
                inner.entityManager().clear();
                author(inner, 2).rename("Rob");
                inner.flush();
            });
            assertThat(session.contains(ada)).isFalse();
            assertThat(author(session, 1).name()).isEqualTo("Augusta");
            assertThat(author(session, 2).name()).isEqualTo(keep ? "Rob" : "Bob");
            author(session, 3).rename("Cindy");
        });
        assertThat(List.of(name(1), name(2), name(3))).containsExactly("Augusta", keep ? "Rob" : "Bob", "Cindy");
        assertThat(cached()).containsExactly("Augusta", keep ? "Rob" : "Bob", "Cindy");
    }

    @Test
    void whatWasAddedBeforeTheSessionWasClearedIsInNoDatabase() {
        sessions.transaction(session -> undone(session, inner -> {
            inner.add(new Author(9, "Eve"));
            inner.flush();
            inner.entityManager().clear();
        }));
        assertThat(isThere(Author.class, 9L)).isFalse();
    }
}
