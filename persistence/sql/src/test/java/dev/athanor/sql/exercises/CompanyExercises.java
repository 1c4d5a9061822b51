// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import dev.athanor.sql.Queries;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Exercises about the {@link Company}, which each of them finds as it was. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
abstract class CompanyExercises {
    Connection connection;
    Queries queries;

    @BeforeEach
    final void connect(TestDatabase database) throws SQLException {
        Company.create(database);
        connection = database.dataSource().getConnection();
        queries = Queries.on(connection);
    }

    @AfterEach
    final void disconnect() throws SQLException {
        connection.close();
    }
}
