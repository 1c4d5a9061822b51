// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that leads to one database after the other, and notes the statements that are prepared. */
@SuppressWarnings("NullAway.Init") // before each test
public final class RecordedDatabase {
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private volatile DataSource current;

    /** Leads to a database from now on. */
    public void use(DataSource next) {
        current = next;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    int connections() {
        return connections.get();
    }

    void forget() {
        statements.clear();
        connections.set(0);
    }

    /** What leads there. */
    public DataSource dataSource() {
        return proxy(
                DataSource.class,
                (self, method, arguments) -> method.getName().equals("getConnection")
                        ? recorded(current.getConnection())
                        : method.invoke(current, arguments));
    }

    private Connection recorded(Connection connection) {
        connections.incrementAndGet();
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().startsWith("prepare")) {
                statements.add((String) arguments[0]);
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof SQLException failure ? failure : e;
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
