// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.internal.cdi.SessionExtension;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** What is wrong is told when the application starts. */
@InJavaSe
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI injects them
class DeploymentTest {
    private static Weld application(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .beanClasses(beans);
    }

    private static void refused(String message, Class<?>... beans) {
        assertThatThrownBy(() -> application(beans).initialize()).hasMessageContaining(message);
    }

    @Test
    void aSessionNeedsAnEntityManager() {
        refused("@Produces @PersistenceContext EntityManager entities;", Reader.class);
        refused("DeploymentTest$Reader.session is about", Reader.class);
    }

    @Test
    void aFactoryNeedsAnother() {
        refused("@Produces @PersistenceUnit EntityManagerFactory entities;", Worker.class);
    }

    @Test
    void thatOfAnotherQualifierIsNotMeant() {
        refused("@Produces @Shelf @PersistenceContext EntityManager entities;", ShelfReader.class, Managers.class);
    }

    @Test
    void oneOfTwoEntityManagersIsNotClear() {
        refused(
                "several beans of type EntityManager have the qualifiers @Default",
                Reader.class,
                Managers.class,
                MoreManagers.class);
    }

    @Test
    void oneOfTwoSettingsIsNotClear() {
        refused(
                "several beans of type SessionSettings have the qualifiers @Default",
                Reader.class,
                Managers.class,
                TwoSettings.class);
    }

    @Test
    void oneOfTwoAuditingsIsNotClear() {
        refused(
                "several beans of type Auditing have the qualifiers @Default",
                Reader.class,
                Managers.class,
                TwoAuditings.class);
    }

    @Test
    void whatIsClearStarts() {
        try (WeldContainer container = application(Reader.class, Managers.class).initialize()) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    static class Reader {
        @Inject
        private Session session;
    }

    static class ShelfReader {
        @Inject
        @Shelf
        private Session session;
    }

    static class Worker {
        @Inject
        private SessionFactory sessions;
    }

    static class Managers {
        @Produces
        EntityManager entities(EntityManagerFactory factory) {
            return factory.createEntityManager();
        }

        @Produces
        EntityManagerFactory factory() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    static class MoreManagers {
        @Produces
        EntityManager others(EntityManagerFactory factory) {
            return factory.createEntityManager();
        }
    }

    static class TwoSettings {
        @Produces
        SessionSettings one() {
            return SessionSettings.standard();
        }

        @Produces
        SessionSettings other() {
            return SessionSettings.standard();
        }
    }

    static class TwoAuditings {
        @Produces
        Auditing one() {
            return Auditing.anonymous();
        }

        @Produces
        Auditing other() {
            return Auditing.anonymous();
        }
    }
}
