// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

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
import org.openjdk.jmh.annotations.Warmup;

/** Reading 500 entities with the twenty that each leads to. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
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
                    new Comparison.Subject("lazily", "Athanor, loaded when used, 501 statements"),
                    new Comparison.Subject("eclipseLinkBatch", "EclipseLink, batch fetch"),
                    new Comparison.Subject("eclipseLinkJoin", "EclipseLink, join fetch"),
                    new Comparison.Subject("hibernateJoin", "Hibernate, join fetch")));

    private static final QShelf S = QShelf.as("s");

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
    public int hibernateJoin(Stores.Hibernate hibernate) {
        return hibernate.transaction(
                entities -> shelves(
                                entities,
                                dev.athanor.benchmarks.plain.Shelf.class,
                                "select s from Shelf s left join fetch s.boxes")
                        .stream()
                        .mapToInt(shelf -> shelf.boxes.size())
                        .sum());
    }
}
