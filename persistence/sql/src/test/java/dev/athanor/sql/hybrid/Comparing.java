// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Queries;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh database, and what asks it. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
abstract class Comparing {
    Connection connection;
    Queries queries;

    @BeforeEach
    final void connect(TestDatabase fresh) throws SQLException {
        connection = fresh.dataSource().getConnection();
        queries = Queries.on(connection);
    }

    @AfterEach
    final void disconnect() throws SQLException {
        connection.close();
    }
}
