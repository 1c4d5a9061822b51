// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.lang.reflect.InvocationHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells the statements that run: all those of a data source, {@link #of}; or those that something else notes, such as
 * what listens to the statements of a session in a container, {@link #noted}. A batch is one statement; what steers the
 * connection, such as {@code set} and savepoints, is none. Thread-safe.
 *
 * <pre>{@code
 * Statements statements = Statements.of(pool);
 * Library library = new Library(statements.dataSource());
 * statements.during(() -> library.books()).hasCount(2).repeatsNone();
 * }</pre>
 */
public final class Statements {
    private static final Set<String> STEERING =
            Set.of("set", "reset", "show", "begin", "start", "commit", "rollback", "savepoint", "release");

    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final DataSource source;

    private Statements(DataSource source) {
        this.source = source;
    }

    /** Those of this data source, as far as its connections come from {@link #dataSource()}. */
    public static Statements of(DataSource source) {
        return new Statements(Objects.requireNonNull(source, "source"));
    }

    /** Those of the test that an extension of JUnit's extends, whose class says {@link PostgresTest}. */
    public static Statements given(ExtensionContext context) throws SQLException {
        return PostgresExtension.given(context).statements();
    }

    /** Those that {@link #note} is told. */
    public static Statements noted() {
        return new Statements(new CurrentDataSource());
    }

    /** The data source, whose statements are told. */
    public DataSource dataSource() {
        return Proxies.of(DataSource.class, (self, method, arguments) -> {
            Object result = Proxies.call(source, method, arguments);
            return result instanceof Connection connection ? told(connection) : result;
        });
    }

    private Connection told(Connection connection) {
        connections.incrementAndGet();
        return Proxies.of(Connection.class, (self, method, arguments) -> {
            Object result = Proxies.call(connection, method, arguments);
            if (!(result instanceof Statement statement)) {
                return result;
            }
            String text = statement instanceof PreparedStatement ? String.valueOf(first(arguments)) : "";
            return Proxies.of(
                    method.getReturnType().asSubclass(Statement.class), told(statement, (Connection) self, text));
        });
    }

    /** Each execution is told, once it is over, with the text that was prepared, or is executed now. */
    private InvocationHandler told(Statement statement, Connection connection, String prepared) {
        List<String> batch = new ArrayList<>();
        return (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return connection;
            }
            if (name.equals("addBatch") && arguments != null) {
                batch.add(String.valueOf(first(arguments)));
            }
            if (name.startsWith("execute")) {
                note(text(arguments, batch, prepared));
                batch.clear();
            }
            return Proxies.call(statement, method, arguments);
        };
    }

    private static String text(@Nullable Object @Nullable [] arguments, List<String> batch, String prepared) {
        if (arguments != null) {
            return String.valueOf(first(arguments));
        }
        return batch.isEmpty() ? prepared : batch.get(0);
    }

    private static @Nullable Object first(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    /** Adds one that is to be told, or, if it steers the connection, is not. */
    public void note(String sql) {
        if (!isSteering(sql)) {
            texts.add(sql);
        }
    }

    /** Of several statements in one text all have to. */
    private static boolean isSteering(String sql) {
        String[] parts = sql.strip().split("[\\s;(]", 2);
        if (!STEERING.contains(parts[0].toLowerCase(Locale.ROOT))) {
            return false;
        }
        int end = sql.indexOf(';');
        return end < 0 || sql.substring(end + 1).isBlank() || isSteering(sql.substring(end + 1));
    }

    /** The texts of the statements so far, or since they were forgotten. */
    public List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    /** How often a connection was asked for so far, or since that was forgotten. */
    public int connections() {
        return connections.get();
    }

    /** Forgets what was told. */
    public void forget() {
        texts.clear();
        connections.set(0);
    }

    /** Does something, and gives the statements that ran meanwhile, of all threads. */
    public <X extends Exception> Ran during(Block<X> block) throws X {
        int before = texts.size();
        block.run();
        List<String> all = texts();
        return new Ran(all.subList(Math.min(before, all.size()), all.size()));
    }

    /**
     * What runs statements.
     *
     * @param <X> what it may throw that is checked
     */
    @FunctionalInterface
    public interface Block<X extends Exception> {
        /** Runs them. */
        void run() throws X;
    }
}
