// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.Migrations;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.InputStream;
import java.net.URL;
import java.sql.Connection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The changelogs and the entities never part: what the ones make is what the others want. */
@PostgresTest
class OurSchemaTest {
    @Test
    void theChangelogsMakeWhatTheEntitiesWant(TestDatabase database) throws Exception {
        Migrations.of(database.dataSource(), "db/changelog.yaml").upgrade();
        Set<String> units = units();
        assertThat(units).contains("athanor");

        try (Connection connection = database.dataSource().getConnection()) {
            for (String unit : units) {
                Comparison missing = missing(connection, unit);
                assertThat(missing.changes())
                        .as("What entities of the unit %s want, and no changelog says:%n%s", unit, yaml(missing))
                        .isEmpty();
            }
        }
    }

    @Test
    void aColumnThatNoChangelogMakesIsMissed(TestDatabase database) throws Exception {
        Migrations.of(database.dataSource(), "db/changelog.yaml").upgrade();
        database.execute("alter table identity.users drop column username cascade");

        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(yaml(missing(connection, "athanor"))).contains("alter table identity.users add column username");
        }
    }

    private static Comparison missing(Connection connection, String unit) {
        SchemaModel wanted = EntityModel.of(unit).schema();
        assertThat(wanted.tables()).isNotEmpty();
        return Catalog.of(connection).comparison(wanted);
    }

    private static String yaml(Comparison missing) {
        return Changelog.of(missing).yaml();
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
