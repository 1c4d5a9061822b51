// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.benchmarks.woven.Novel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Getting a hundred entities in one transaction, each by its key and a statement of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class KeyBenchmark {
    static final Comparison COMPARISON = new Comparison(
            KeyBenchmark.class,
            "Getting a hundred entities one by one",
            3,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand, into records"),
                    new Comparison.Subject("athanor", "Athanor"),
                    new Comparison.Subject("eclipseLink", "EclipseLink, `find`"),
                    new Comparison.Subject("hibernate", "Hibernate, `find`"),
                    new Comparison.Subject("jooq", "jOOQ, into records")));

    private static final long FIRST = 4_000;
    private static final long LAST = FIRST + 99;

    @Benchmark
    public List<Book> jdbc(Stores.Jdbc jdbc) throws SQLException {
        String sql = "select b.id, b.isbn, b.title, b.pages, b.price, b.lent, b.published, b.added from books as b"
                + " where b.id = ?";
        List<Book> books = new ArrayList<>();
        for (long id = FIRST; id <= LAST; id++) {
            try (PreparedStatement statement = jdbc.connection.prepareStatement(sql)) {
                statement.setLong(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
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
            }
        }
        jdbc.connection.commit();
        return books;
    }

    @Benchmark
    public List<Novel> athanor(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> {
            List<Novel> novels = new ArrayList<>();
            for (long id = FIRST; id <= LAST; id++) {
                novels.add(session.get(Novel.class, id).orElseThrow());
            }
            return novels;
        });
    }

    @Benchmark
    public List<Novel> eclipseLink(Stores.Woven woven) {
        return woven.transaction(entities -> {
            List<Novel> novels = new ArrayList<>();
            for (long id = FIRST; id <= LAST; id++) {
                novels.add(entities.find(Novel.class, id));
            }
            return novels;
        });
    }

    @Benchmark
    public List<dev.athanor.benchmarks.plain.Novel> hibernate(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> {
            List<dev.athanor.benchmarks.plain.Novel> novels = new ArrayList<>();
            for (long id = FIRST; id <= LAST; id++) {
                novels.add(entities.find(dev.athanor.benchmarks.plain.Novel.class, id));
            }
            return novels;
        });
    }

    private static final Table<Record> BOOKS = DSL.table(DSL.name("books")).as("b");
    private static final Field<Long> ID = DSL.field(DSL.name("b", "id"), SQLDataType.BIGINT);

    @Benchmark
    public List<Book> jooq(Stores.Jooq jooq, Stores.Jdbc jdbc) throws SQLException {
        List<Book> books = new ArrayList<>();
        for (long id = FIRST; id <= LAST; id++) {
            books.add(jooq.dsl
                    .select(
                            ID,
                            DSL.field(DSL.name("b", "isbn"), SQLDataType.CLOB),
                            DSL.field(DSL.name("b", "title"), SQLDataType.CLOB),
                            DSL.field(DSL.name("b", "pages"), SQLDataType.INTEGER),
                            DSL.field(DSL.name("b", "price"), SQLDataType.NUMERIC(8, 2)),
                            DSL.field(DSL.name("b", "lent"), SQLDataType.BOOLEAN),
                            DSL.field(DSL.name("b", "published"), SQLDataType.LOCALDATE),
                            DSL.field(DSL.name("b", "added"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                    .from(BOOKS)
                    .where(ID.eq(id))
                    .fetchSingle(Records.mapping(Book::new)));
        }
        jdbc.connection.commit();
        return books;
    }

    /** Whether all get as many, or the measurement is void. */
    static void check() throws SQLException {
        KeyBenchmark benchmark = new KeyBenchmark();
        Stores.all((jdbc, jooq, woven, hibernate) -> Stores.same(List.of(
                benchmark.jdbc(jdbc).size(),
                benchmark.athanor(woven).size(),
                benchmark.eclipseLink(woven).size(),
                benchmark.hibernate(hibernate).size(),
                benchmark.jooq(jooq, jdbc).size())));
    }
}
