// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.SessionTest;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Letter;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Review;
import dev.athanor.orm.press.Sample;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintTest extends SessionTest {
    private static boolean isPlain(Class<?> type) {
        try (EntityManager entities = factory().createEntityManager()) {
            ClassDescriptor descriptor = entities.unwrap(ServerSession.class).getDescriptor(type);
            return Blueprint.of(descriptor, descriptor.getFields()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Author.class, Article.class, Gallery.class, Letter.class, LiveVideo.class, Sample.class})
    void classesOfColumnsAndLazyRelationsArePlain(Class<?> type) {
        assertThat(isPlain(type)).isTrue();
    }

    @Test
    void classesWithEagerRelationsAreNot() {
        assertThat(isPlain(Review.class)).isFalse();
    }

    @Test
    void entitiesKnowTheirKeys() {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            assertThat(((PersistenceEntity) ada)._persistence_getId()).isEqualTo(1L);
        });
    }
}
