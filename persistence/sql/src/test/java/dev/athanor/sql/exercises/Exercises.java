// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import dev.athanor.sql.Queries;
import dev.athanor.sql.Rows;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Exercises about the {@link Shop}, which each of them finds as it was. */
@PostgresTest
abstract class Exercises {
    @SuppressWarnings("NullAway.Init") // before each test
    private Connection connection;

    @BeforeEach
    final void open(TestDatabase database) throws SQLException {
        Shop.create(database);
        connection = database.dataSource().getConnection();
    }

    @AfterEach
    final void close() throws SQLException {
        connection.close();
    }

    final <R> List<R> list(Rows<R> statement) {
        return Queries.on(connection).list(statement);
    }
}
