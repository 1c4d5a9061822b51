// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static dev.athanor.testing.Numbers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class TestServerTest {
    @Test
    void aServerMayBeNamed(TestDatabase database) throws SQLException {
        TestServer server =
                TestServer.at(database.url() + "?ApplicationName=kit", database.user(), database.password());
        TestDatabase other = server.newDatabase();
        try (other;
                Connection connection = other.dataSource().getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(other.name()).startsWith("athanor_test_");
            assertThat(other.url()).endsWith("/" + other.name() + "?ApplicationName=kit");
        }
    }

    @Test
    void everyCopyIsAsTheSchemaSaysAndDroppedAtTheEnd(TestDatabase database) throws Exception {
        Recipe recipe = new Recipe(List.of("/library.sql"), "", Schema.class);
        try (Templates templates = Templates.on(TestServer.at(database.url(), database.user(), database.password()))) {
            for (int time = 0; time < 4; time++) {
                try (TestDatabase copy = templates.copy(recipe)) {
                    assertThat(number(copy, "select count(*) from book")).isEqualTo(2);
                    copy.execute("insert into book values ('left behind'); create table note (text text)");
                }
            }
        }
        assertThat(number(database, "select count(*) from pg_database where datname like 'athanor_test_%'"))
                .isZero();
    }

    @Test
    void aScriptThatIsNotThereIsNamed(TestDatabase database) {
        Recipe recipe = new Recipe(List.of("/nowhere.sql"), "", Schema.class);
        assertThatThrownBy(() -> recipe.follow(database))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("/nowhere.sql is not on the class path");
    }

    @Test
    void aChangelogThatFailsIsNamed(TestDatabase database) {
        Recipe recipe = new Recipe(List.of(), "nowhere.xml", Schema.class);
        assertThatThrownBy(() -> recipe.follow(database))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("the changelog nowhere.xml failed");
    }
}
