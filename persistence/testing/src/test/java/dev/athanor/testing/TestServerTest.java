// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

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
    void templatesAreDroppedAtTheEnd(TestDatabase database) throws Exception {
        Recipe recipe = new Recipe(List.of("/library.sql"), "", Schema.class);
        TestDatabase copy;
        TestDatabase again;
        try (Templates templates = Templates.on(TestServer.at(database.url(), database.user(), database.password()))) {
            copy = templates.copy(recipe);
            again = templates.copy(recipe);
            assertThat(copy.name()).isNotEqualTo(again.name());
        }
        copy.execute("insert into book values ('other')");
        copy.close();
        again.close();
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
