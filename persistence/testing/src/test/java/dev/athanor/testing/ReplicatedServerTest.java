// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static dev.athanor.testing.Numbers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReplicatedServerTest {
    private static long books(DataSource source) throws SQLException {
        return number(source, "select count(*) from book");
    }

    private static void write(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into book values ('another')");
        }
    }

    @Test
    void theStandbyFollowsAsTestsWantIt() throws Exception {
        try (ReplicatedServer server = ReplicatedServer.start()) {
            // region replicated
            server.execute("create table book (title text); insert into book values ('Looms')");
            assertThat(books(server.replica())).isEqualTo(1);

            server.standby().pause();
            write(server.primary());
            assertThat(books(server.primary())).isEqualTo(2);
            assertThat(books(server.replica())).isEqualTo(1);

            server.standby().resume();
            server.standby().await(server.primary());
            assertThat(books(server.replica())).isEqualTo(2);
            // endregion
            assertThatThrownBy(() -> write(server.replica()))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));

            server.standby().stop();
            assertThatThrownBy(() -> books(server.replica())).isInstanceOf(SQLException.class);
            write(server.primary());
            server.standby().start().await(server.primary());
            assertThat(books(server.replica())).isEqualTo(3);
        }
    }
}
