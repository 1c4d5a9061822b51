// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.select;

import dev.athanor.sql.Queries;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import dev.athanor.benchmarks.woven.Novel;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 10,000 rows of eight columns into records, within a transaction, all rows at once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class ReadingBenchmark {
    static final Comparison COMPARISON = new Comparison(
            ReadingBenchmark.class,
            "Reading 10,000 rows into records",
            5,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand"),
                    new Comparison.Subject("athanor", "Athanor"),
                    new Comparison.Subject("jooq", "jOOQ, `Records.mapping`"),
                    new Comparison.Subject("hibernate", "Hibernate, `select new`"),
                    new Comparison.Subject("jpql", "EclipseLink JPQL, `select new`"),
                    new Comparison.Subject("criteria", "EclipseLink Criteria, `construct`")));

    /** A connection in a transaction. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Connected {
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

    @Benchmark
    public List<Book> jdbc(Connected connected) throws SQLException {
        String sql = "select b.id, b.isbn, b.title, b.pages, b.price, b.lent, b.published, b.added from books as b";
        try (PreparedStatement statement = connected.connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Book> books = new ArrayList<>();
            while (row.next()) {
                books.add(new Book(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getBigDecimal(5),
                        row.getBoolean(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, OffsetDateTime.class)));
            }
            return books;
        }
    }

    /** Athanor's side. */
    @State(Scope.Thread)
    public static class Athanor {
        final Books b = new Books("b");
    }

    @Benchmark
    public List<Book> athanor(Connected connected, Athanor athanor) {
        Books b = athanor.b;
        return Queries.on(connected.connection)
                .list(select(Book.class, b.id, b.isbn, b.title, b.pages, b.price, b.lent, b.published, b.added));
    }

    /** jOOQ's side; the columns are what its generator would declare. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Jooq {
        final Table<Record> books = DSL.table(DSL.name("books")).as("b");
        final Field<Long> id = DSL.field(DSL.name("b", "id"), SQLDataType.BIGINT);
        final Field<String> isbn = DSL.field(DSL.name("b", "isbn"), SQLDataType.CLOB);
        final Field<String> title = DSL.field(DSL.name("b", "title"), SQLDataType.CLOB);
        final Field<Integer> pages = DSL.field(DSL.name("b", "pages"), SQLDataType.INTEGER);
        final Field<BigDecimal> price = DSL.field(DSL.name("b", "price"), SQLDataType.NUMERIC(8, 2));
        final Field<Boolean> lent = DSL.field(DSL.name("b", "lent"), SQLDataType.BOOLEAN);
        final Field<LocalDate> published = DSL.field(DSL.name("b", "published"), SQLDataType.LOCALDATE);
        final Field<OffsetDateTime> added = DSL.field(DSL.name("b", "added"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        DSLContext dsl;

        /** Before all. */
        @Setup
        public void connect(Connected connected) {
            dsl = DSL.using(connected.connection, SQLDialect.POSTGRES);
        }
    }

    @Benchmark
    public List<Book> jooq(Jooq j) {
        return j.dsl.select(j.id, j.isbn, j.title, j.pages, j.price, j.lent, j.published, j.added)
                .from(j.books)
                .fetch(Records.mapping(Book::new));
    }

    /** Hibernate's side. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Hibernate {
        private SessionFactory factory;
        private StatelessSession session;

        /** Before all. */
        @Setup
        public void connect(Connected connected) {
            factory = Units.hibernate();
            session = factory.openStatelessSession(connected.connection);
        }

        /** After all. */
        @TearDown
        public void disconnect() {
            session.close();
            factory.close();
        }
    }

    @Benchmark
    public List<Book> hibernate(Hibernate hibernate) {
        return hibernate
                .session
                .createQuery(
                        "select new dev.athanor.benchmarks.Book("
                                + "b.id, b.isbn, b.title, b.pages, b.price, b.lent, b.published, b.added) from BookEntity b",
                        Book.class)
                .list();
    }

    @Benchmark
    public List<Book> jpql(Stores.Woven woven) {
        return woven.transaction(entities -> entities.createQuery(
                        "select new dev.athanor.benchmarks.Book("
                                + "n.id, n.isbn, n.title, n.pages, n.price, n.lent, n.published, n.added) from Novel n",
                        Book.class)
                .getResultList());
    }

    @Benchmark
    public List<Book> criteria(Stores.Woven woven) {
        return woven.transaction(entities -> {
            CriteriaBuilder builder = entities.getCriteriaBuilder();
            CriteriaQuery<Book> query = builder.createQuery(Book.class);
            Root<Novel> n = query.from(Novel.class);
            query.select(builder.construct(
                    Book.class,
                    n.get("id"),
                    n.get("isbn"),
                    n.get("title"),
                    n.get("pages"),
                    n.get("price"),
                    n.get("lent"),
                    n.get("published"),
                    n.get("added")));
            return entities.createQuery(query).getResultList();
        });
    }

    /** Whether all read the same, or the measurement is void. */
    static void check() throws SQLException {
        ReadingBenchmark benchmark = new ReadingBenchmark();
        Connected connected = new Connected();
        connected.connect();
        Jooq jooq = new Jooq();
        jooq.connect(connected);
        Hibernate hibernate = new Hibernate();
        hibernate.connect(connected);
        List<Book> books = benchmark.jdbc(connected);
        Stores.Woven woven = new Stores.Woven();
        woven.open();
        List<List<Book>> others = List.of(
                benchmark.athanor(connected, new Athanor()),
                benchmark.jooq(jooq),
                benchmark.hibernate(hibernate),
                benchmark.jpql(woven),
                benchmark.criteria(woven));
        woven.close();
        hibernate.disconnect();
        connected.disconnect();
        if (books.size() != Library.BOOKS || !others.stream().allMatch(books::equals)) {
            throw new IllegalStateException("not all read the same rows");
        }
    }
}
