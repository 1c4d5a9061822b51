// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.internal.eclipselink.DatabaseMemory;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** A test of sessions on the press's entities, with what the statements were that ran. */
@PostgresTest(scripts = "/press.sql")
@SuppressWarnings("NullAway.Init") // before each test
public abstract class SessionTest {
    private static final PressUnit UNIT = PressUnit.current();
    private static final RecordedDatabase RECORDED = UNIT.database();
    private static final EntityManagerFactory FACTORY = UNIT.factory();

    protected SessionFactory sessions;
    private TestDatabase database;

    /** One that no session has used yet. To be closed. */
    protected static EntityManagerFactory freshFactory() {
        return JavaSeUnit.factory("fresh", RECORDED);
    }

    /** One whose units of work share no cache. To be closed. */
    protected static EntityManagerFactory uncachedFactory() {
        return JavaSeUnit.factory("uncached", RECORDED, Map.of("eclipselink.cache.shared.default", "false"));
    }

    /** One whose units of work hold entities weakly. To be closed. */
    protected static EntityManagerFactory weakFactory() {
        return JavaSeUnit.factory("weak", RECORDED, Map.of("eclipselink.persistence-context.reference-mode", "WEAK"));
    }

    /** One that is customized before anyone uses it. To be closed. */
    protected static EntityManagerFactory customizedFactory(Class<?> customizer) {
        return JavaSeUnit.factory(
                "customized", RECORDED, Map.of("eclipselink.session.customizer", customizer.getName()));
    }

    @BeforeEach
    final void start(TestDatabase fresh) {
        database = fresh;
        UNIT.use(fresh);
        DatabaseMemory.forget(FACTORY);
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

    /** What the toolkit brings to make a table of its own. */
    protected static String script(String name) {
        try (InputStream script = Session.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if it takes too long. */
    protected static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.onSpinWait();
        }
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
