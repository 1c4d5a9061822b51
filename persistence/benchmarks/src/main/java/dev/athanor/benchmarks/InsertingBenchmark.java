// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.benchmarks.woven.Copy;
import dev.athanor.benchmarks.woven.QCopy;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.bulk.RowMapping;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Inserting 100,000 rows of eight columns into an empty table with a primary key, in a transaction that commits. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class InsertingBenchmark {
    static final Comparison COMPARISON = new Comparison(
            InsertingBenchmark.class,
            "Inserting 100,000 rows",
            3,
            List.of(
                    new Comparison.Subject("copy", "`COPY` by hand"),
                    new Comparison.Subject("athanorRows", "Athanor, records"),
                    new Comparison.Subject("athanorEntities", "Athanor, entities with keys of a sequence"),
                    new Comparison.Subject(
                            "athanorReturning", "Athanor, records, a key of each row returned, which they have"),
                    new Comparison.Subject(
                            "athanorGenerated", "Athanor, records, a key of each row returned, of a sequence"),
                    new Comparison.Subject(
                            "athanorComputed", "Athanor, records, a computed value of each row returned"),
                    new Comparison.Subject("jdbcBatch", "JDBC batches by hand"),
                    new Comparison.Subject("jdbcRewritten", "JDBC batches by hand, rewritten by the driver"),
                    new Comparison.Subject("jooq", "jOOQ, batches"),
                    new Comparison.Subject("hibernate", "Hibernate, stateless session, batches"),
                    new Comparison.Subject("eclipseLink", "EclipseLink, `persist`, batches")));

    private static final int ROWS = 100_000;
    private static final int BATCH = 1_000;
    private static final String COLUMNS = "(id, isbn, title, pages, price, lent, published, added)";

    private static final Query INSERTION = DSL.insertInto(DSL.table(DSL.name("copies")))
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

    /** What is inserted. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Given {
        List<Book> books;

        /** Before all. */
        @Setup
        public void make() {
            OffsetDateTime start = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            books = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(i -> new Book(
                            i,
                            "978-" + (i * 7919L) % 1_000_000_000L,
                            "Title number " + i,
                            50 + i % 900,
                            BigDecimal.valueOf(i % 10_000, 2),
                            i % 3 == 0,
                            LocalDate.of(1950, 1, 1).plusDays(i % 27_000),
                            start.plusSeconds(i * 1_727L)))
                    .toList();
        }

        /** Before each time. */
        @Setup(Level.Invocation)
        public void empty() throws SQLException {
            try (Connection connection = Library.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create sequence if not exists copies_numbers increment 50;"
                        + " create table if not exists copies (id bigint primary key default nextval('copies_numbers'),"
                        + " isbn text not null,"
                        + " title text not null, pages integer not null, price numeric(8, 2) not null,"
                        + " lent boolean not null, published date not null, added timestamptz not null);"
                        + " truncate copies");
            }
        }
    }

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

    @Benchmark
    public long copy(Given given, Connected connected) throws SQLException {
        CopyIn copy = connected
                .plain
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy copies " + COLUMNS + " from stdin");
        StringBuilder lines = new StringBuilder();
        for (Book book : given.books) {
            lines.append(book.id())
                    .append('\t')
                    .append(book.isbn())
                    .append('\t')
                    .append(book.title());
            lines.append('\t').append(book.pages()).append('\t').append(book.price());
            lines.append('\t').append(book.lent()).append('\t').append(book.published());
            lines.append('\t').append(book.added()).append('\n');
            if (lines.length() > 60_000) {
                send(copy, lines);
            }
        }
        send(copy, lines);
        long rows = copy.endCopy();
        connected.plain.commit();
        return rows;
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    @Benchmark
    public long jdbcBatch(Given given, Connected connected) throws SQLException {
        return batched(connected.plain, given.books);
    }

    @Benchmark
    public long jdbcRewritten(Given given, Connected connected) throws SQLException {
        return batched(connected.rewriting, given.books);
    }

    private static long batched(Connection connection, List<Book> books) throws SQLException {
        String sql = "insert into copies " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Book book : books) {
                statement.setLong(1, book.id());
                statement.setString(2, book.isbn());
                statement.setString(3, book.title());
                statement.setInt(4, book.pages());
                statement.setBigDecimal(5, book.price());
                statement.setBoolean(6, book.lent());
                statement.setObject(7, book.published());
                statement.setObject(8, book.added());
                statement.addBatch();
                count++;
                if (count % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        return count;
    }

    @Benchmark
    public long jooq(Given given, Connected connected) throws SQLException {
        DSLContext dsl = DSL.using(connected.plain, SQLDialect.POSTGRES);
        for (int from = 0; from < given.books.size(); from += BATCH) {
            BatchBindStep batch = dsl.batch(INSERTION);
            for (Book book : given.books.subList(from, from + BATCH)) {
                batch = batch.bind(
                        book.id(),
                        book.isbn(),
                        book.title(),
                        book.pages(),
                        book.price(),
                        book.lent(),
                        book.published(),
                        book.added());
            }
            batch.execute();
        }
        connected.plain.commit();
        return given.books.size();
    }

    /** The units of EclipseLink and Athanor, which are one. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class EclipseLink {
        EntityManagerFactory factory;
        private final QCopy c = QCopy.as("c");
        private final RowMapping<Book> withoutKeys = RowMapping.of(Book.class, c)
                .set(c.isbn, Book::isbn)
                .set(c.title, Book::title)
                .set(c.pages, Book::pages)
                .set(c.price, Book::price)
                .set(c.lent, Book::lent)
                .set(c.published, Book::published)
                .set(c.added, Book::added);
        private final RowMapping<Book> books = withoutKeys.set(c.id, Book::id);

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

    @Benchmark
    public long athanorRows(Given given, EclipseLink unit) {
        return SessionFactory.of(unit.factory)
                .<Long, RuntimeException>transactionResult(session ->
                        session.bulk().insert(unit.books, given.books).rows());
    }

    @Benchmark
    public long athanorReturning(Given given, EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.id, unit.books, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorGenerated(Given given, EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.id, unit.withoutKeys, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorComputed(Given given, EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.title.upper(), unit.books, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorEntities(Given given, EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Long, RuntimeException>transactionResult(session -> session.bulk()
                .insert(given.books.stream().map(Copy::new))
                .rows());
    }

    @Benchmark
    public long eclipseLink(Given given, EclipseLink unit) {
        try (EntityManager entities = unit.factory.createEntityManager()) {
            entities.getTransaction().begin();
            int count = 0;
            for (Book book : given.books) {
                entities.persist(new Copy(book));
                count++;
                if (count % BATCH == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
            entities.getTransaction().commit();
            return count;
        }
    }

    /** Hibernate's side. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Hibernate {
        private org.hibernate.SessionFactory factory;

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

    @Benchmark
    public long hibernate(Given given, Hibernate hibernate) {
        try (StatelessSession session = hibernate.factory.openStatelessSession()) {
            session.beginTransaction();
            for (Book book : given.books) {
                session.insert(new dev.athanor.benchmarks.plain.Copy(book));
            }
            session.getTransaction().commit();
            return given.books.size();
        }
    }

    /** Whether all insert the same, but for keys of a sequence, or the measurement is void. */
    static void check() throws SQLException {
        InsertingBenchmark benchmark = new InsertingBenchmark();
        Given given = new Given();
        given.make();
        Connected connected = new Connected();
        connected.connect();
        EclipseLink unit = new EclipseLink();
        unit.connect();
        Hibernate hibernate = new Hibernate();
        hibernate.connect();
        List<Insertion> all = List.of(
                () -> benchmark.copy(given, connected),
                () -> benchmark.jdbcBatch(given, connected),
                () -> benchmark.jdbcRewritten(given, connected),
                () -> benchmark.athanorRows(given, unit),
                () -> benchmark.athanorReturning(given, unit),
                () -> benchmark.athanorGenerated(given, unit),
                () -> benchmark.athanorComputed(given, unit),
                () -> benchmark.athanorEntities(given, unit),
                () -> benchmark.eclipseLink(given, unit),
                () -> benchmark.jooq(given, connected),
                () -> benchmark.hibernate(given, hibernate));
        List<String> sums = new ArrayList<>();
        for (Insertion insertion : all) {
            given.empty();
            insertion.run();
            sums.add(sum());
        }
        unit.disconnect();
        hibernate.disconnect();
        connected.disconnect();
        if (sums.stream().distinct().count() != 1) {
            throw new IllegalStateException("they do not insert the same: " + sums);
        }
    }

    private static String sum() throws SQLException {
        try (Connection connection = Library.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) || ' ' || sum(hashtext((isbn, title, pages, price,"
                                + " lent, published, added at time zone 'UTC')::text)) from copies")) {
            row.next();
            return row.getString(1);
        }
    }

    private interface Insertion {
        void run() throws SQLException;
    }
}
