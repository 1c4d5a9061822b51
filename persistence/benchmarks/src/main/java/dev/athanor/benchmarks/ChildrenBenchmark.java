// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;

import dev.athanor.benchmarks.woven.QShelf;
import dev.athanor.benchmarks.woven.Shelf;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import dev.athanor.benchmarks.woven.QBox;
import dev.athanor.sql.Expr;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import org.hibernate.Session;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 500 entities with the twenty that each leads to. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class ChildrenBenchmark {
    static final Comparison COMPARISON = new Comparison(
            ChildrenBenchmark.class,
            "Reading 500 entities with twenty others each",
            3,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand, two statements, into records"),
                    new Comparison.Subject("bySelectin", "Athanor, `selectin`"),
                    new Comparison.Subject("bySubquery", "Athanor, `subquery`"),
                    new Comparison.Subject("byJoined", "Athanor, `joined`"),
                    new Comparison.Subject("byContains", "Athanor, `contains`, of a join of the statement's own"),
                    new Comparison.Subject("byPart", "Athanor, `selectin` of a part, which is all of it"),
                    new Comparison.Subject("byMultiset", "Athanor, `multiset`, into records"),
                    new Comparison.Subject("lazily", "Athanor, loaded when used, 501 statements"),
                    new Comparison.Subject("eclipseLinkBatch", "EclipseLink, batch fetch"),
                    new Comparison.Subject("eclipseLinkJoin", "EclipseLink, join fetch"),
                    new Comparison.Subject("criteriaJoin", "EclipseLink Criteria, join fetch"),
                    new Comparison.Subject("hibernateBatch", "Hibernate, batch fetch"),
                    new Comparison.Subject("hibernateJoin", "Hibernate, join fetch"),
                    new Comparison.Subject("jooq", "jOOQ, `multiset`, into records")));

    private static final QShelf S = QShelf.as("s");
    private static final QBox B = QBox.as("b");
    private static final Expr<List<Child>> CHILDREN =
            multiset(S.boxes, B, select(Child.class, B.id, B.label, B.size, B.shelf.id));

    /** A child. */
    public record Child(long id, String label, int size, long parent) {}

    /** A parent. */
    public record Parent(long id, String name, List<Child> children) {}

    @Benchmark
    public List<Parent> jdbc(Stores.Jdbc jdbc) throws SQLException {
        Map<Long, Parent> parents = new LinkedHashMap<>();
        try (PreparedStatement statement = jdbc.connection.prepareStatement("select s.id, s.name from shelves as s");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                parents.put(id, new Parent(id, row.getString(2), new ArrayList<>()));
            }
        }
        String sql = "select b.id, b.label, b.size, b.shelf_id from boxes as b where b.shelf_id = any(?)";
        try (PreparedStatement statement = jdbc.connection.prepareStatement(sql)) {
            statement.setObject(
                    1, parents.keySet().stream().mapToLong(Long::longValue).toArray());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Child child = new Child(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4));
                    Objects.requireNonNull(parents.get(child.parent()))
                            .children()
                            .add(child);
                }
            }
        }
        jdbc.connection.commit();
        return List.copyOf(parents.values());
    }

    private static int sizes(List<Shelf> shelves) {
        return shelves.stream().mapToInt(shelf -> shelf.boxes.size()).sum();
    }

    @Benchmark
    public int bySelectin(Stores.Woven woven) {
        return woven.sessions.transactionResult(
                session -> sizes(session.list(select(S).options(selectin(S.boxes)))));
    }

    @Benchmark
    public int bySubquery(Stores.Woven woven) {
        return woven.sessions.transactionResult(
                session -> sizes(session.list(select(S).options(subquery(S.boxes)))));
    }

    @Benchmark
    public int byJoined(Stores.Woven woven) {
        return woven.sessions.transactionResult(
                session -> sizes(session.list(select(S).options(joined(S.boxes)))));
    }

    @Benchmark
    public int byContains(Stores.Woven woven) {
        return woven.sessions.transactionResult(session ->
                sizes(session.list(select(S).leftJoin(S.boxes, B).options(contains(S.boxes, B)))));
    }

    @Benchmark
    public int byPart(Stores.Woven woven) {
        return woven.sessions.transactionResult(
                session -> sizes(session.list(select(S).options(selectin(S.boxes, B)))));
    }

    @Benchmark
    public int byMultiset(Stores.Woven woven) {
        return children(woven.sessions.transactionResult(
                session -> session.list(select(Parent.class, S.id, S.name, CHILDREN))));
    }

    private static int children(List<Parent> parents) {
        return parents.stream().mapToInt(parent -> parent.children().size()).sum();
    }

    @Benchmark
    public int lazily(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> sizes(session.list(select(S))));
    }

    private static <E> List<E> shelves(EntityManager entities, Class<E> type, String query) {
        return entities.createQuery(query, type).getResultList();
    }

    @Benchmark
    public int eclipseLinkBatch(Stores.Woven woven) {
        return woven.transaction(entities -> sizes(entities.createQuery("select s from Shelf s", Shelf.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch.size", 500)
                .setHint("eclipselink.batch", "s.boxes")
                .getResultList()));
    }

    @Benchmark
    public int eclipseLinkJoin(Stores.Woven woven) {
        return woven.transaction(entities ->
                sizes(shelves(entities, Shelf.class, "select distinct s from Shelf s left join fetch s.boxes")));
    }

    @Benchmark
    public int criteriaJoin(Stores.Woven woven) {
        return woven.transaction(entities -> {
            CriteriaQuery<Shelf> query = entities.getCriteriaBuilder().createQuery(Shelf.class);
            Root<Shelf> shelf = query.from(Shelf.class);
            shelf.fetch("boxes", JoinType.LEFT);
            query.select(shelf).distinct(true);
            return sizes(entities.createQuery(query).getResultList());
        });
    }

    private static int sizesOf(List<dev.athanor.benchmarks.plain.Shelf> shelves) {
        return shelves.stream().mapToInt(shelf -> shelf.boxes.size()).sum();
    }

    @Benchmark
    public int hibernateBatch(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> {
            entities.unwrap(Session.class).setFetchBatchSize(500);
            return sizesOf(shelves(entities, dev.athanor.benchmarks.plain.Shelf.class, "select s from Shelf s"));
        });
    }

    @Benchmark
    public int hibernateJoin(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> sizesOf(shelves(
                entities,
                dev.athanor.benchmarks.plain.Shelf.class,
                "select s from Shelf s left join fetch s.boxes")));
    }

    private static final Field<Long> SHELF = DSL.field(DSL.name("s", "id"), SQLDataType.BIGINT);
    private static final Field<Long> OF_SHELF = DSL.field(DSL.name("b", "shelf_id"), SQLDataType.BIGINT);

    @Benchmark
    public int jooq(Stores.Jooq jooq, Stores.Jdbc jdbc) throws SQLException {
        List<Parent> parents = jooq.dsl
                .select(
                        SHELF,
                        DSL.field(DSL.name("s", "name"), SQLDataType.CLOB),
                        DSL.multiset(DSL.select(
                                                DSL.field(DSL.name("b", "id"), SQLDataType.BIGINT),
                                                DSL.field(DSL.name("b", "label"), SQLDataType.CLOB),
                                                DSL.field(DSL.name("b", "size"), SQLDataType.INTEGER),
                                                OF_SHELF)
                                        .from(DSL.table(DSL.name("boxes")).as("b"))
                                        .where(OF_SHELF.eq(SHELF)))
                                .convertFrom(rows -> rows.map(Records.mapping(Child::new))))
                .from(DSL.table(DSL.name("shelves")).as("s"))
                .fetch(Records.mapping(Parent::new));
        jdbc.connection.commit();
        return children(parents);
    }

    /** Whether all read as many, or the measurement is void. */
    static void check() throws SQLException {
        ChildrenBenchmark benchmark = new ChildrenBenchmark();
        Stores.all((jdbc, jooq, woven, hibernate) -> Stores.same(List.of(
                children(benchmark.jdbc(jdbc)),
                benchmark.bySelectin(woven),
                benchmark.bySubquery(woven),
                benchmark.byJoined(woven),
                benchmark.byContains(woven),
                benchmark.byPart(woven),
                benchmark.byMultiset(woven),
                benchmark.lazily(woven),
                benchmark.eclipseLinkBatch(woven),
                benchmark.eclipseLinkJoin(woven),
                benchmark.criteriaJoin(woven),
                benchmark.hibernateBatch(hibernate),
                benchmark.hibernateJoin(hibernate),
                benchmark.jooq(jooq, jdbc))));
    }
}
