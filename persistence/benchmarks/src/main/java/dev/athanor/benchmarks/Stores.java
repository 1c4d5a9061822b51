// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.orm.SessionFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import java.util.List;
import org.openjdk.jmh.annotations.TearDown;

/** What the measurements of entities work with: each has one connection, and a transaction for each operation. */
@SuppressWarnings("NullAway.Init") // before all
public final class Stores {
    private Stores() {}

    /** A connection. */
    @State(Scope.Thread)
    public static class Jdbc {
        Connection connection;

        /** Before all. */
        @Setup
        public void connect() throws SQLException {
            connection = Library.dataSource().getConnection();
            connection.setAutoCommit(false);
        }

        /** After all. */
        @TearDown
        public void disconnect() throws SQLException {
            connection.close();
        }
    }

    /** jOOQ's. */
    @State(Scope.Thread)
    public static class Jooq {
        DSLContext dsl;

        /** Before all. */
        @Setup
        public void connect(Jdbc jdbc) {
            dsl = DSL.using(jdbc.connection, SQLDialect.POSTGRES);
        }
    }

    /** EclipseLink's, for its own queries and for sessions. */
    @State(Scope.Thread)
    public static class Woven {
        EntityManagerFactory factory;
        SessionFactory sessions;

        /** Before all. */
        @Setup
        public void open() {
            factory = Units.woven();
            sessions = SessionFactory.of(factory);
        }

        /** After all. */
        @TearDown
        public void close() {
            factory.close();
        }

        <T> T transaction(Function<EntityManager, T> work) {
            return Stores.transaction(factory, work);
        }
    }

    /** Hibernate's. */
    @State(Scope.Thread)
    public static class Hibernate {
        EntityManagerFactory factory;

        /** Before all. */
        @Setup
        public void open() {
            factory = Units.plain();
        }

        /** After all. */
        @TearDown
        public void close() {
            factory.close();
        }

        <T> T transaction(Function<EntityManager, T> work) {
            return Stores.transaction(factory, work);
        }
    }

    /** Something with all of them. */
    interface Check {
        void on(Jdbc jdbc, Jooq jooq, Woven woven, Hibernate hibernate) throws SQLException;
    }

    static void all(Check check) throws SQLException {
        Jdbc jdbc = new Jdbc();
        Jooq jooq = new Jooq();
        Woven woven = new Woven();
        Hibernate hibernate = new Hibernate();
        jdbc.connect();
        jooq.connect(jdbc);
        woven.open();
        hibernate.open();
        check.on(jdbc, jooq, woven, hibernate);
        hibernate.close();
        woven.close();
        jdbc.disconnect();
    }

    static void same(List<? extends Number> figures) {
        if (figures.stream().distinct().count() != 1) {
            throw new IllegalStateException("they do not do the same: " + figures);
        }
    }

    private static <T> T transaction(EntityManagerFactory factory, Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        }
    }
}
