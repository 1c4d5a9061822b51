// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.select;

import dev.athanor.benchmarks.woven.LinkedNovel;
import dev.athanor.benchmarks.woven.Medium;
import dev.athanor.benchmarks.woven.Novel;
import dev.athanor.benchmarks.woven.QLinkedNovel;
import dev.athanor.benchmarks.woven.QMedium;
import dev.athanor.benchmarks.woven.QNovel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 10,000 rows of eight columns into entities, beside JDBC into records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class EntitiesBenchmark {
    static final Comparison COMPARISON = new Comparison(
            EntitiesBenchmark.class,
            "Reading 10,000 rows into entities",
            3,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand, into records"),
                    new Comparison.Subject("records", "Athanor's session, into records"),
                    new Comparison.Subject("columns", "Athanor, columns only"),
                    new Comparison.Subject("linked", "Athanor, with two lazy relations"),
                    new Comparison.Subject("jpql", "EclipseLink JPQL, columns only"),
                    new Comparison.Subject("criteria", "EclipseLink Criteria, columns only"),
                    new Comparison.Subject("jpqlLinked", "EclipseLink JPQL, with two lazy relations"),
                    new Comparison.Subject("criteriaLinked", "EclipseLink Criteria, with two lazy relations"),
                    new Comparison.Subject("hibernate", "Hibernate, columns only"),
                    new Comparison.Subject("hibernateLinked", "Hibernate, with two lazy relations")));

    static final Comparison JOINED = new Comparison(
            EntitiesBenchmark.class,
            "Reading 10,000 rows of three joined classes",
            3,
            List.of(
                    new Comparison.Subject("jdbcJoined", "JDBC by hand, into records"),
                    new Comparison.Subject("joined", "Athanor"),
                    new Comparison.Subject("jpqlJoined", "EclipseLink JPQL"),
                    new Comparison.Subject("criteriaJoined", "EclipseLink Criteria"),
                    new Comparison.Subject("hibernateJoined", "Hibernate"),
                    new Comparison.Subject("jooqJoined", "jOOQ, into records")));

    private static final QNovel N = QNovel.as("n");
    private static final QLinkedNovel L = QLinkedNovel.as("l");
    private static final QMedium M = QMedium.as("m");

    @Benchmark
    public List<Book> jdbc(Stores.Jdbc jdbc) throws SQLException {
        String sql = "select b.id, b.isbn, b.title, b.pages, b.price, b.lent, b.published, b.added from books as b";
        List<Book> books = new ArrayList<>();
        try (PreparedStatement statement = jdbc.connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
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
        }
        jdbc.connection.commit();
        return books;
    }

    @Benchmark
    public List<Book> records(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> session.list(
                select(Book.class, N.id, N.isbn, N.title, N.pages, N.price, N.lent, N.published, N.added)));
    }

    @Benchmark
    public List<Novel> columns(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> session.list(select(N)));
    }

    @Benchmark
    public List<LinkedNovel> linked(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> session.list(select(L)));
    }

    private static <E> List<E> all(EntityManager entities, Class<E> type) {
        return entities.createQuery("select e from " + type.getSimpleName() + " e", type)
                .getResultList();
    }

    @Benchmark
    public List<Novel> jpql(Stores.Woven woven) {
        return woven.transaction(entities -> all(entities, Novel.class));
    }

    private static <E> List<E> selected(EntityManager entities, Class<E> type) {
        CriteriaQuery<E> query = entities.getCriteriaBuilder().createQuery(type);
        query.select(query.from(type));
        return entities.createQuery(query).getResultList();
    }

    @Benchmark
    public List<Novel> criteria(Stores.Woven woven) {
        return woven.transaction(entities -> selected(entities, Novel.class));
    }

    @Benchmark
    public List<LinkedNovel> criteriaLinked(Stores.Woven woven) {
        return woven.transaction(entities -> selected(entities, LinkedNovel.class));
    }

    @Benchmark
    public List<LinkedNovel> jpqlLinked(Stores.Woven woven) {
        return woven.transaction(entities -> all(entities, LinkedNovel.class));
    }

    @Benchmark
    public List<dev.athanor.benchmarks.plain.Novel> hibernate(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> all(entities, dev.athanor.benchmarks.plain.Novel.class));
    }

    @Benchmark
    public List<dev.athanor.benchmarks.plain.LinkedNovel> hibernateLinked(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> all(entities, dev.athanor.benchmarks.plain.LinkedNovel.class));
    }

    /** What each row of a hierarchy is read into. */
    public record Item(long id, String kind, String title, int year, int number, String text) {}

    @Benchmark
    public List<Item> jdbcJoined(Stores.Jdbc jdbc) throws SQLException {
        String sql = "select m.id, m.dtype, m.title, m.year, d.tracks, d.label, t.minutes, t.brand from media as m"
                + " left join discs as d on d.id = m.id left join tapes as t on t.id = m.id";
        List<Item> items = new ArrayList<>();
        try (PreparedStatement statement = jdbc.connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String kind = row.getString(2);
                int first = kind.equals("Disc") ? 5 : 7;
                items.add(new Item(
                        row.getLong(1),
                        kind,
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(first),
                        row.getString(first + 1)));
            }
        }
        jdbc.connection.commit();
        return items;
    }

    @Benchmark
    public List<Medium> joined(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> session.list(select(M)));
    }

    @Benchmark
    public List<Medium> jpqlJoined(Stores.Woven woven) {
        return woven.transaction(entities -> all(entities, Medium.class));
    }

    @Benchmark
    public List<Medium> criteriaJoined(Stores.Woven woven) {
        return woven.transaction(entities -> selected(entities, Medium.class));
    }

    @Benchmark
    public List<Item> jooqJoined(Stores.Jooq jooq, Stores.Jdbc jdbc) throws SQLException {
        List<Item> items = jooq.dsl
                .select(
                        JooqMedia.ID,
                        JooqMedia.KIND,
                        JooqMedia.TITLE,
                        JooqMedia.YEAR,
                        JooqMedia.TRACKS,
                        JooqMedia.LABEL,
                        JooqMedia.MINUTES,
                        JooqMedia.BRAND)
                .from(JooqMedia.JOINED)
                .fetch(Records.mapping((id, kind, title, year, tracks, label, minutes, brand) -> kind.equals("Disc")
                        ? new Item(id, kind, title, year, tracks, label)
                        : new Item(id, kind, title, year, minutes, brand)));
        jdbc.connection.commit();
        return items;
    }

    /** Of jOOQ's, what its generator would declare. */
    private static final class JooqMedia {
        static final Field<Long> ID = DSL.field(DSL.name("m", "id"), SQLDataType.BIGINT);
        static final Field<String> KIND = DSL.field(DSL.name("m", "dtype"), SQLDataType.CLOB);
        static final Field<String> TITLE = DSL.field(DSL.name("m", "title"), SQLDataType.CLOB);
        static final Field<Integer> YEAR = DSL.field(DSL.name("m", "year"), SQLDataType.INTEGER);
        static final Field<Integer> TRACKS = DSL.field(DSL.name("d", "tracks"), SQLDataType.INTEGER);
        static final Field<String> LABEL = DSL.field(DSL.name("d", "label"), SQLDataType.CLOB);
        static final Field<Integer> MINUTES = DSL.field(DSL.name("t", "minutes"), SQLDataType.INTEGER);
        static final Field<String> BRAND = DSL.field(DSL.name("t", "brand"), SQLDataType.CLOB);
        static final Table<?> JOINED = DSL.table(DSL.name("media"))
                .as("m")
                .leftJoin(DSL.table(DSL.name("discs")).as("d"))
                .on(DSL.field(DSL.name("d", "id"), SQLDataType.BIGINT).eq(ID))
                .leftJoin(DSL.table(DSL.name("tapes")).as("t"))
                .on(DSL.field(DSL.name("t", "id"), SQLDataType.BIGINT).eq(ID));
    }

    @Benchmark
    public List<dev.athanor.benchmarks.plain.Medium> hibernateJoined(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> all(entities, dev.athanor.benchmarks.plain.Medium.class));
    }

    /** Whether all read as many, or the measurement is void. */
    static void check() throws SQLException {
        EntitiesBenchmark benchmark = new EntitiesBenchmark();
        Stores.all((jdbc, jooq, woven, hibernate) -> {
            Stores.same(List.of(
                    benchmark.jdbc(jdbc).size(),
                    benchmark.records(woven).size(),
                    benchmark.columns(woven).size(),
                    benchmark.linked(woven).size(),
                    benchmark.jpql(woven).size(),
                    benchmark.criteria(woven).size(),
                    benchmark.jpqlLinked(woven).size(),
                    benchmark.criteriaLinked(woven).size(),
                    benchmark.hibernate(hibernate).size(),
                    benchmark.hibernateLinked(hibernate).size()));
            Stores.same(List.of(
                    benchmark.jdbcJoined(jdbc).size(),
                    benchmark.joined(woven).size(),
                    benchmark.jpqlJoined(woven).size(),
                    benchmark.criteriaJoined(woven).size(),
                    benchmark.jooqJoined(jooq, jdbc).size(),
                    benchmark.hibernateJoined(hibernate).size()));
        });
    }
}
