// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** A test of sessions on the press's entities, with what the statements were that ran. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
public abstract class SessionTest {
    private static final PressUnit UNIT = PressUnit.current();
    private static final RecordedDatabase RECORDED = UNIT.database();
    private static final EntityManagerFactory FACTORY = UNIT.factory();
    private static final String SCHEMA = resource("/press.sql");

    protected SessionFactory sessions;
    private TestDatabase database;

    /** One that no session has used yet. To be closed. */
    protected static EntityManagerFactory freshFactory() {
        return JavaSeUnit.factory("fresh", RECORDED);
    }

    private static String resource(String name) {
        try (InputStream stream = SessionTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    final void start(TestDatabase fresh) throws SQLException {
        database = fresh;
        fresh.execute(SCHEMA);
        UNIT.use(fresh);
        FACTORY.getCache().evictAll();
        sessions = SessionFactory.of(FACTORY);
        forgetStatements();
    }

    /** What a session reads. */
    protected final <T> T read(Function<Session, T> work) {
        return sessions.<T, RuntimeException>read(work::apply);
    }

    /** What EclipseLink itself works with. */
    protected static EntityManagerFactory factory() {
        return FACTORY;
    }

    /** The statements that ran since they were forgotten. */
    protected static List<String> statements() {
        return RECORDED.statements();
    }

    /** How often a connection was asked for since then. */
    protected static int connections() {
        return RECORDED.connections();
    }

    protected static void forgetStatements() {
        RECORDED.forget();
    }

    /** Changes the database behind the sessions' backs. */
    protected final void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
