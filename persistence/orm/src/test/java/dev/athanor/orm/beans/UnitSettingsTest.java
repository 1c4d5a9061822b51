// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.press.Invoice;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QInvoice;
import dev.athanor.testing.TestDatabase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import java.io.File;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** What beans say of injected sessions. */
@InJavaSe
class UnitSettingsTest extends SessionTest {
    private static final Shelf.Literal SHELF = new Shelf.Literal();
    private final QAuthor a = QAuthor.as("a");
    private final QInvoice i = QInvoice.as("i");

    private static WeldContainer application(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .addBeanClass(Factories.class)
                .addBeanClasses(beans)
                .initialize();
    }

    private static SessionFactory sessions(WeldContainer application, Annotation... qualifiers) {
        return application.select(SessionFactory.class, qualifiers).get();
    }

    /** Who has made an invoice, by sessions with qualifiers. */
    private Optional<String> creator(WeldContainer application, Annotation... qualifiers) {
        execute("truncate invoice");
        execute("drop table if exists athanor_history");
        execute(script("athanor-history.sql"));
        sessions(application, qualifiers).transaction(session -> session.add(new Invoice("1.00", null)));
        return Optional.ofNullable(
                this.<Invoice>read(session -> session.one(select(i))).creator());
    }

    @Test
    void settingsAreOfTheSessionsOfTheirQualifiers() {
        try (WeldContainer application = application(ShelfSettings.class)) {
            ShelfSettings settings = application.select(ShelfSettings.class).get();
            sessions(application).transaction(session -> session.exists(select(a)));
            assertThat(settings.commits).isEmpty();
            sessions(application, SHELF).transaction(session -> session.exists(select(a)));
            assertThat(settings.commits).hasSize(1);
        }
    }

    @Test
    void instrumentsAreMadeOnceForAllSessionsOfTheirQualifiers() {
        try (WeldContainer application = application(Figures.class)) {
            for (int times = 0; times < 2; times++) {
                sessions(application).transaction(session -> session.exists(select(a)));
                sessions(application, SHELF).transaction(session -> session.exists(select(a)));
            }
            Figures figures = application.select(Figures.class).get();
            assertThat(figures.made).hasSize(1);
            assertThat(figures.made.get(0).snapshot().transactions().committed())
                    .isEqualTo(2);
        }
    }

    @Test
    void nobodyIsAtWorkWhereNothingSaysSo() {
        try (WeldContainer application = application()) {
            assertThat(creator(application)).isEmpty();
        }
    }

    @Test
    void aBeanSaysWhoIsAtWorkUnlessOneOfTheSessionsDoes() {
        try (WeldContainer application = application(Signatures.class)) {
            assertThat(creator(application)).contains("anybody");
            assertThat(creator(application, SHELF)).contains("anybody");
        }
        try (WeldContainer application = application(Signatures.class, ShelfSignatures.class)) {
            assertThat(creator(application)).contains("anybody");
            assertThat(creator(application, SHELF)).contains("the shelf");
        }
    }

    @Test
    void settingsThatSayWhoIsAtWorkAreRight() {
        try (WeldContainer application = application(Signatures.class, SignedSettings.class)) {
            assertThat(creator(application)).contains("settings");
        }
    }

    /** In a JVM of its own, without the libraries that servers have. */
    @Test
    void whatServersHaveIsNotMissed(TestDatabase database) throws Exception {
        String known = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("microprofile") && !path.contains("security.enterprise"))
                .filter(path -> !path.contains("opentelemetry") && !path.contains("enterprise.concurrent"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        known,
                        BareApplication.class.getName(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("4 authors");
    }

    @Singleton
    static class Factories {
        @Produces
        EntityManagerFactory main() {
            return factory();
        }

        @Produces
        @Shelf
        EntityManagerFactory shelf() {
            return factory();
        }
    }

    @Singleton
    static class ShelfSettings {
        private final List<TransactionEvent> commits = new ArrayList<>();

        @Produces
        @Shelf
        SessionSettings shelf() {
            return SessionSettings.standard().on(TransactionEvent.AfterCommit.class, commits::add);
        }
    }

    @Singleton
    static class Figures {
        private final List<Insight> made = new ArrayList<>();

        @Produces
        Insight insight() {
            Insight insight = Insight.ofStatements(10);
            made.add(insight);
            return insight;
        }
    }

    static class Signatures {
        @Produces
        Auditing all() {
            return Auditing.by(() -> "anybody");
        }
    }

    static class ShelfSignatures {
        // region auditing
        @Produces
        @Shelf
        Auditing shelf() {
            return Auditing.by(() -> "the shelf");
        }
        // endregion
    }

    static class SignedSettings {
        @Produces
        SessionSettings settings() {
            return SessionSettings.standard().auditing(Auditing.by(() -> "settings"));
        }
    }
}
