// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.benchmarks.woven.Copy;
import dev.athanor.orm.SessionFactory;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.StatelessSession;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
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

    private static final int BATCH = 1_000;
    private static final String COLUMNS = "(id, isbn, title, pages, price, lent, published, added)";

    @Benchmark
    public long copy(InsertedBooks given, InsertingPeers.Connected connected) throws SQLException {
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
    public long jdbcBatch(InsertedBooks given, InsertingPeers.Connected connected) throws SQLException {
        return batched(connected.plain, given.books);
    }

    @Benchmark
    public long jdbcRewritten(InsertedBooks given, InsertingPeers.Connected connected) throws SQLException {
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
    public long jooq(InsertedBooks given, InsertingPeers.Connected connected) throws SQLException {
        DSLContext dsl = DSL.using(connected.plain, SQLDialect.POSTGRES);
        for (int from = 0; from < given.books.size(); from += BATCH) {
            BatchBindStep batch = dsl.batch(InsertingPeers.INSERTION);
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

    @Benchmark
    public long athanorRows(InsertedBooks given, InsertingPeers.EclipseLink unit) {
        return SessionFactory.of(unit.factory)
                .<Long, RuntimeException>transactionResult(session ->
                        session.bulk().insert(unit.books, given.books).rows());
    }

    @Benchmark
    public long athanorReturning(InsertedBooks given, InsertingPeers.EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.id, unit.books, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorGenerated(InsertedBooks given, InsertingPeers.EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.id, unit.withoutKeys, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorComputed(InsertedBooks given, InsertingPeers.EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Integer, RuntimeException>transactionResult(session -> session.bulk()
                .insertReturning(unit.c.title.upper(), unit.books, given.books)
                .values()
                .size());
    }

    @Benchmark
    public long athanorEntities(InsertedBooks given, InsertingPeers.EclipseLink unit) {
        return SessionFactory.of(unit.factory).<Long, RuntimeException>transactionResult(session -> session.bulk()
                .insert(given.books.stream().map(Copy::new))
                .rows());
    }

    @Benchmark
    public long eclipseLink(InsertedBooks given, InsertingPeers.EclipseLink unit) {
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

    @Benchmark
    public long hibernate(InsertedBooks given, InsertingPeers.Hibernate hibernate) {
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
        InsertedBooks given = new InsertedBooks();
        given.make();
        InsertingPeers.Connected connected = new InsertingPeers.Connected();
        connected.connect();
        InsertingPeers.EclipseLink unit = new InsertingPeers.EclipseLink();
        unit.connect();
        InsertingPeers.Hibernate hibernate = new InsertingPeers.Hibernate();
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
            sums.add(InsertedBooks.sum());
        }
        unit.disconnect();
        hibernate.disconnect();
        connected.disconnect();
        if (sums.stream().distinct().count() != 1) {
            throw new IllegalStateException("they do not insert the same: " + sums);
        }
    }

    private interface Insertion {
        void run() throws SQLException;
    }
}
