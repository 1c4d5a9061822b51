// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.select;

import dev.athanor.benchmarks.woven.Novel;
import dev.athanor.benchmarks.woven.QNovel;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A block within a transaction in which nothing is done, while sessions have few entities, and many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class NestedBenchmark {
    static final Comparison COMPARISON = new Comparison(
            NestedBenchmark.class,
            "A block within a transaction, in which nothing is done",
            3,
            List.of(
                    new Comparison.Subject("savepoint", "`SAVEPOINT` and `RELEASE` by hand"),
                    new Comparison.Subject("spring", "Spring, `PROPAGATION_NESTED`, without entities"),
                    new Comparison.Subject("few", "Athanor, 10 entities"),
                    new Comparison.Subject("thousand", "Athanor, 1,000 entities"),
                    new Comparison.Subject("tenThousand", "Athanor, 10,000 entities")));

    @Benchmark
    public boolean savepoint(Stores.Jdbc jdbc) throws SQLException {
        try (Statement statement = jdbc.connection.createStatement()) {
            statement.execute("savepoint s1");
        }
        try (Statement statement = jdbc.connection.createStatement()) {
            return statement.execute("release savepoint s1");
        }
    }

    /** Spring's, in a transaction that is open all the time. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Spring {
        private DataSourceTransactionManager transactions;
        private TransactionStatus around;
        TransactionTemplate nested;

        /** Before all. */
        @Setup
        public void begin() {
            transactions = new DataSourceTransactionManager(
                    new SingleConnectionDataSource(Library.url(), Library.USER, "", true));
            around = transactions.getTransaction(TransactionDefinition.withDefaults());
            nested = new TransactionTemplate(transactions);
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        }

        /** After all. */
        @TearDown
        public void end() {
            transactions.rollback(around);
        }
    }

    @Benchmark
    public Boolean spring(Spring spring) {
        return spring.nested.execute(status -> true);
    }

    /** A session in a transaction that is open all the time. */
    abstract static class Holding {
        private final int entities;
        private EntityManagerFactory factory;
        private EntityManager manager;
        List<Novel> novels;
        Session session;

        @SuppressWarnings("NullAway.Init") // before all
        Holding(int entities) {
            this.entities = entities;
        }

        /** Before all. */
        @Setup
        public void begin() {
            QNovel n = QNovel.as("n");
            factory = Units.woven();
            manager = factory.createEntityManager();
            manager.getTransaction().begin();
            session = EclipseLinkSession.of(manager, SessionSettings.standard());
            novels = session.list(select(n).orderBy(n.id.asc()).limit(entities));
        }

        /** After all. */
        @TearDown
        public void end() {
            manager.getTransaction().rollback();
            factory.close();
        }

        final boolean nested() {
            session.nested(inner -> {});
            return novels.isEmpty();
        }
    }

    /** Ten. */
    @State(Scope.Thread)
    public static class Few extends Holding {
        /** Reads them before all. */
        public Few() {
            super(10);
        }
    }

    /** A thousand. */
    @State(Scope.Thread)
    public static class Thousand extends Holding {
        /** Reads them before all. */
        public Thousand() {
            super(1_000);
        }
    }

    /** Ten thousand. */
    @State(Scope.Thread)
    public static class TenThousand extends Holding {
        /** Reads them before all. */
        public TenThousand() {
            super(10_000);
        }
    }

    @Benchmark
    public boolean few(Few few) {
        return few.nested();
    }

    @Benchmark
    public boolean thousand(Thousand thousand) {
        return thousand.nested();
    }

    @Benchmark
    public boolean tenThousand(TenThousand tenThousand) {
        return tenThousand.nested();
    }
}
