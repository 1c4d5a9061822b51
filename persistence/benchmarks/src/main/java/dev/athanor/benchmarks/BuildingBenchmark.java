// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.StatementCache;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaJoin;
import org.hibernate.query.criteria.JpaRoot;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Building one statement from nothing: a join, three predicates and an IN list of five, ordered by two columns,
 * limited; and, of those that can, its text and its values.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class BuildingBenchmark {
    static final Comparison COMPARISON = new Comparison(
            BuildingBenchmark.class,
            "Building a statement",
            3,
            List.of(
                    new Comparison.Subject("athanorHit", "Athanor, structure seen before"),
                    new Comparison.Subject("athanorMiss", "Athanor, structure never seen before"),
                    new Comparison.Subject("jooq", "jOOQ"),
                    new Comparison.Subject("hibernate", "Hibernate Criteria, without its SQL"),
                    new Comparison.Subject("eclipseLink", "EclipseLink Criteria, without its SQL")));

    /** What a caller gives. Not final, so that nothing of it is known to the compiler. */
    @State(Scope.Thread)
    public static class Wanted {
        boolean lent = false;
        BigDecimal price = new BigDecimal("9.90");
        String name = "A%";
        List<Integer> pages = List.of(100, 200, 300, 400, 500);
        int limit = 20;
    }

    /** Athanor's side. */
    @State(Scope.Thread)
    public static class Athanor {
        final Books b = new Books("b");
        final Authors a = new Authors("a");

        Select<Row> unlimited(Wanted wanted) {
            return select(b.id, b.title, a.name)
                    .from(b)
                    .join(b.author, a)
                    .where(
                            b.lent.eq(wanted.lent),
                            b.price.ge(wanted.price),
                            a.name.like(wanted.name),
                            b.pages.in(wanted.pages))
                    .orderBy(a.name.asc(), b.id.desc());
        }
    }

    @Benchmark
    public void athanorHit(Athanor athanor, Wanted wanted, Blackhole blackhole) {
        compile(athanor.unlimited(wanted).limit(wanted.limit), blackhole);
    }

    /** Never twice the same structure: the limit is a part of the text. */
    @State(Scope.Thread)
    public static class Counter {
        private int count;
        private long missesBefore;

        /** Before all. */
        @Setup
        public void start() {
            missesBefore = StatementCache.shared().misses();
        }

        int next() {
            return count++;
        }

        /** Whether each statement was rendered, or the measurement is void. */
        @TearDown
        public void check() {
            long misses = StatementCache.shared().misses() - missesBefore;
            if (misses != count) {
                throw new IllegalStateException("of " + count + " statements only " + misses + " were rendered");
            }
        }
    }

    @Benchmark
    public void athanorMiss(Athanor athanor, Wanted wanted, Counter counter, Blackhole blackhole) {
        compile(athanor.unlimited(wanted).limit(inline(counter.next())), blackhole);
    }

    private static void compile(Select<Row> statement, Blackhole blackhole) {
        Compiled compiled = statement.compiled();
        blackhole.consume(compiled.sql());
        blackhole.consume(compiled.values());
    }

    /** jOOQ's side; the columns are what its generator would declare. */
    @State(Scope.Thread)
    public static class Jooq {
        final DSLContext dsl = DSL.using(SQLDialect.POSTGRES);
        final Table<Record> books = DSL.table(DSL.name("books")).as("b");
        final Table<Record> authors = DSL.table(DSL.name("authors")).as("a");
        final Field<Long> id = DSL.field(DSL.name("b", "id"), SQLDataType.BIGINT);
        final Field<String> title = DSL.field(DSL.name("b", "title"), SQLDataType.CLOB);
        final Field<Integer> pages = DSL.field(DSL.name("b", "pages"), SQLDataType.INTEGER);
        final Field<BigDecimal> price = DSL.field(DSL.name("b", "price"), SQLDataType.NUMERIC(8, 2));
        final Field<Boolean> lent = DSL.field(DSL.name("b", "lent"), SQLDataType.BOOLEAN);
        final Field<Long> authorId = DSL.field(DSL.name("b", "author_id"), SQLDataType.BIGINT);
        final Field<Long> authorsId = DSL.field(DSL.name("a", "id"), SQLDataType.BIGINT);
        final Field<String> name = DSL.field(DSL.name("a", "name"), SQLDataType.CLOB);
    }

    @Benchmark
    public void jooq(Jooq jooq, Wanted wanted, Blackhole blackhole) {
        Query query = jooq.dsl
                .select(jooq.id, jooq.title, jooq.name)
                .from(jooq.books)
                .join(jooq.authors)
                .on(jooq.authorId.eq(jooq.authorsId))
                .where(
                        jooq.lent.eq(wanted.lent),
                        jooq.price.ge(wanted.price),
                        jooq.name.like(wanted.name),
                        jooq.pages.in(wanted.pages))
                .orderBy(jooq.name.asc(), jooq.id.desc())
                .limit(wanted.limit);
        blackhole.consume(query.getSQL());
        blackhole.consume(query.getBindValues());
    }

    /** Hibernate's side. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Hibernate {
        private SessionFactory factory;
        private HibernateCriteriaBuilder builder;

        /** Before all. */
        @Setup
        public void start() {
            factory = Units.hibernate();
            builder = factory.getCriteriaBuilder();
        }

        /** After all. */
        @TearDown
        public void stop() {
            factory.close();
        }
    }

    @Benchmark
    public JpaCriteriaQuery<Tuple> hibernate(Hibernate hibernate, Wanted wanted) {
        HibernateCriteriaBuilder builder = hibernate.builder;
        JpaCriteriaQuery<Tuple> query = builder.createTupleQuery();
        JpaRoot<BookEntity> book = query.from(BookEntity.class);
        JpaJoin<BookEntity, AuthorEntity> author = book.join("author");
        query.multiselect(book.get("id"), book.get("title"), author.get("name"));
        query.where(
                builder.equal(book.get("lent"), wanted.lent),
                builder.ge(book.<BigDecimal>get("price"), wanted.price),
                builder.like(author.get("name"), wanted.name),
                book.get("pages").in(wanted.pages));
        query.orderBy(builder.asc(author.get("name")), builder.desc(book.get("id")));
        return query.fetch(wanted.limit);
    }

    /** EclipseLink's side. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class EclipseLink {
        private EntityManagerFactory factory;
        private CriteriaBuilder builder;

        /** Before all. */
        @Setup
        public void start() {
            factory = Units.eclipseLink();
            builder = factory.getCriteriaBuilder();
        }

        /** After all. */
        @TearDown
        public void stop() {
            factory.close();
        }
    }

    /** Without a limit, which its criteria do not have. */
    @Benchmark
    public CriteriaQuery<Tuple> eclipseLink(EclipseLink eclipseLink, Wanted wanted) {
        CriteriaBuilder builder = eclipseLink.builder;
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<BookEntity> book = query.from(BookEntity.class);
        Join<BookEntity, AuthorEntity> author = book.join("author");
        query.multiselect(book.get("id"), book.get("title"), author.get("name"));
        query.where(
                builder.equal(book.get("lent"), wanted.lent),
                builder.ge(book.<BigDecimal>get("price"), wanted.price),
                builder.like(author.get("name"), wanted.name),
                book.get("pages").in(wanted.pages));
        return query.orderBy(builder.asc(author.get("name")), builder.desc(book.get("id")));
    }
}
