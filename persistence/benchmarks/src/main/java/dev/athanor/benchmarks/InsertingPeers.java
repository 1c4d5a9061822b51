// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.benchmarks.woven.QCopy;
import dev.athanor.orm.bulk.RowMapping;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What those that insert work with: connections, units, and the statement of one of them. */
public final class InsertingPeers {
    static final Query INSERTION = DSL.insertInto(DSL.table(DSL.name("copies")))
            .columns(
                    DSL.field(DSL.name("id"), SQLDataType.BIGINT),
                    DSL.field(DSL.name("isbn"), SQLDataType.CLOB),
                    DSL.field(DSL.name("title"), SQLDataType.CLOB),
                    DSL.field(DSL.name("pages"), SQLDataType.INTEGER),
                    DSL.field(DSL.name("price"), SQLDataType.NUMERIC(8, 2)),
                    DSL.field(DSL.name("lent"), SQLDataType.BOOLEAN),
                    DSL.field(DSL.name("published"), SQLDataType.LOCALDATE),
                    DSL.field(DSL.name("added"), SQLDataType.TIMESTAMPWITHTIMEZONE))
            .values(0L, "", "", 0, BigDecimal.ZERO, false, LocalDate.EPOCH, OffsetDateTime.MIN);

    private InsertingPeers() {}

    /** A connection in a transaction. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Connected {
        Connection plain;
        Connection rewriting;

        /** Before all. */
        @Setup
        public void connect() throws SQLException {
            plain = Library.dataSource().getConnection();
            plain.setAutoCommit(false);
            rewriting = Library.rewritingDataSource().getConnection();
            rewriting.setAutoCommit(false);
        }

        /** After all. */
        @TearDown
        public void disconnect() throws SQLException {
            plain.close();
            rewriting.close();
        }
    }

    /** The units of EclipseLink and Athanor, which are one. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class EclipseLink {
        EntityManagerFactory factory;
        final QCopy c = QCopy.as("c");
        final RowMapping<Book> withoutKeys = RowMapping.of(Book.class, c)
                .set(c.isbn, Book::isbn)
                .set(c.title, Book::title)
                .set(c.pages, Book::pages)
                .set(c.price, Book::price)
                .set(c.lent, Book::lent)
                .set(c.published, Book::published)
                .set(c.added, Book::added);
        final RowMapping<Book> books = withoutKeys.set(c.id, Book::id);

        /** Before all. */
        @Setup
        public void connect() {
            factory = Units.woven();
        }

        /** After all. */
        @TearDown
        public void disconnect() {
            factory.close();
        }
    }

    /** Hibernate's side. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Hibernate {
        org.hibernate.SessionFactory factory;

        /** Before all. */
        @Setup
        public void connect() {
            factory = Units.plain().unwrap(org.hibernate.SessionFactory.class);
        }

        /** After all. */
        @TearDown
        public void disconnect() {
            factory.close();
        }
    }
}
