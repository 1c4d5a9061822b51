// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.cli.Athanor;
import dev.athanor.cli.Surroundings;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The revisions and the entities never part: what {@code ./athanor check} says at the top of the project, with the
 * settings that are there.
 */
@PostgresTest
class OurSchemaTest {
    private static final Path PROJECT = Path.of(Objects.requireNonNull(
            System.getProperty("athanor.project"), "athanor.project is not set; run the tests by Maven"));

    private final StringWriter out = new StringWriter();

    @SuppressWarnings("NullAway.Init") // given before each test
    private TestDatabase database;

    @BeforeEach
    void upgrade(TestDatabase database) {
        this.database = database;
        assertThat(athanor("upgrade")).as(out::toString).isZero();
    }

    @Test
    void theRevisionsMakeWhatTheEntitiesWant() throws Exception {
        Set<String> units = units();
        assertThat(units).contains("athanor");
        for (String unit : units) {
            assertThat(athanor("check", "--unit", unit))
                    .as("athanor check --unit %s:%n%s", unit, out)
                    .isZero();
        }
        assertThat(out.toString()).contains("all is well");
    }

    @Test
    void whatNoRevisionMakesIsMissed() throws SQLException {
        database.execute("alter table identity.users drop column username cascade");

        assertThat(athanor("check")).isOne();
        assertThat(out.toString()).contains("add column users.username");
    }

    @Test
    void allOfItIsTakenBack() throws SQLException {
        assertThat(athanor("downgrade", "base")).as(out::toString).isZero();

        database.execute("create schema identity; create schema publishing; create schema ledger;"
                + " create schema commerce; create schema workforce; create schema academy");
    }

    private int athanor(String... arguments) {
        Map<String, String> environment = Map.of("ATHANOR_DB_URL", database.url(), "ATHANOR_DB_USER", database.user());
        PrintWriter writer = new PrintWriter(out);
        return Athanor.run(arguments, Surroundings.of(PROJECT, environment, writer, writer));
    }

    /** All that the monolith has. */
    private static Set<String> units() throws Exception {
        Set<String> units = new TreeSet<>();
        for (URL file :
                Collections.list(OurSchemaTest.class.getClassLoader().getResources("META-INF/persistence.xml"))) {
            try (InputStream content = file.openStream()) {
                NodeList elements = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(content)
                        .getElementsByTagName("persistence-unit");
                for (int i = 0; i < elements.getLength(); i++) {
                    units.add(((Element) elements.item(i)).getAttribute("name"));
                }
            }
        }
        return units;
    }
}
