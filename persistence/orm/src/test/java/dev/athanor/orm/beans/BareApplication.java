// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.press.QAuthor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.postgresql.ds.PGSimpleDataSource;

/** An application where nothing is known of metrics, security and traces. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI injects and reads them
class BareApplication {
    @Inject
    private SessionFactory sessions;

    // region insight
    @Produces
    private static final Insight INSIGHT = Insight.ofStatements(10);
    // endregion

    @Produces
    static EntityManagerFactory factory() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getProperty("database"));
        source.setUser("postgres");
        return Persistence.createEntityManagerFactory("press", Map.of("jakarta.persistence.nonJtaDataSource", source));
    }

    public static void main(String[] arguments) {
        System.setProperty("database", arguments[0]);
        try (WeldContainer container = new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .addBeanClass(BareApplication.class)
                .initialize()) {
            BareApplication application =
                    container.select(BareApplication.class).get();
            long authors = application.sessions.<Long, RuntimeException>read(
                    session -> session.count(select(QAuthor.as("a"))));
            System.out.println(authors + " authors");
        }
    }
}
