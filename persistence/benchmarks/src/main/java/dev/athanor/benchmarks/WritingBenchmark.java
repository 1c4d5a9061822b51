// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.select;

import dev.athanor.benchmarks.woven.Account;
import dev.athanor.benchmarks.woven.QAccount;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import jakarta.persistence.criteria.CriteriaQuery;
import org.jooq.BatchBindStep;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 10,000 entities, changing each tenth, and committing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"})
public class WritingBenchmark {
    static final Comparison COMPARISON = new Comparison(
            WritingBenchmark.class,
            "Reading 10,000 entities, changing 1,000, and committing",
            3,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand, one batch"),
                    new Comparison.Subject("athanor", "Athanor"),
                    new Comparison.Subject("eclipseLink", "EclipseLink JPQL"),
                    new Comparison.Subject("criteria", "EclipseLink Criteria"),
                    new Comparison.Subject("hibernate", "Hibernate"),
                    new Comparison.Subject("jooq", "jOOQ, records, one batch")));

    private static final int CHANGED = 1_000;
    private static final QAccount A = QAccount.as("a");

    @Benchmark
    public long jdbc(Stores.Jdbc jdbc) throws SQLException {
        long changed = 0;
        String update = "update accounts set balance = ?, version = ? where id = ? and version = ?";
        try (PreparedStatement statement = jdbc.connection.prepareStatement(
                        "select a.id, a.owner, a.balance, a.version from accounts as a");
                ResultSet row = statement.executeQuery();
                PreparedStatement batch = jdbc.connection.prepareStatement(update)) {
            while (row.next()) {
                long id = row.getLong(1);
                if (id % 10 == 0) {
                    batch.setLong(1, row.getLong(3) + 1);
                    batch.setInt(2, row.getInt(4) + 1);
                    batch.setLong(3, id);
                    batch.setInt(4, row.getInt(4));
                    batch.addBatch();
                    changed++;
                }
            }
            batch.executeBatch();
        }
        jdbc.connection.commit();
        return changed;
    }

    private static int change(List<Account> accounts) {
        accounts.stream().filter(account -> account.id % 10 == 0).forEach(account -> account.deposit(1));
        return accounts.size();
    }

    @Benchmark
    public int athanor(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> change(session.list(select(A))));
    }

    private static <E> List<E> all(EntityManager entities, Class<E> type) {
        return entities.createQuery("select a from Account a", type).getResultList();
    }

    @Benchmark
    public int eclipseLink(Stores.Woven woven) {
        return woven.transaction(entities -> change(all(entities, Account.class)));
    }

    @Benchmark
    public int criteria(Stores.Woven woven) {
        return woven.transaction(entities -> {
            CriteriaQuery<Account> query = entities.getCriteriaBuilder().createQuery(Account.class);
            query.select(query.from(Account.class));
            return change(entities.createQuery(query).getResultList());
        });
    }

    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<Long> BALANCE = DSL.field(DSL.name("balance"), SQLDataType.BIGINT);
    private static final Field<Integer> VERSION = DSL.field(DSL.name("version"), SQLDataType.INTEGER);
    private static final Table<?> ACCOUNTS = DSL.table(DSL.name("accounts"));

    /** A row. */
    public record Row(long id, String owner, long balance, int version) {}

    @Benchmark
    public int jooq(Stores.Jooq jooq, Stores.Jdbc jdbc) throws SQLException {
        List<Row> rows = jooq.dsl
                .select(ID, DSL.field(DSL.name("owner"), SQLDataType.CLOB), BALANCE, VERSION)
                .from(ACCOUNTS)
                .fetch(Records.mapping(Row::new));
        BatchBindStep batch = jooq.dsl.batch(DSL.update(ACCOUNTS)
                .set(BALANCE, (Long) null)
                .set(VERSION, (Integer) null)
                .where(ID.eq((Long) null), VERSION.eq((Integer) null)));
        for (Row row : rows) {
            if (row.id % 10 == 0) {
                batch = batch.bind(row.balance + 1, row.version + 1, row.id, row.version);
            }
        }
        batch.execute();
        jdbc.connection.commit();
        return rows.size();
    }

    @Benchmark
    public int hibernate(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> {
            List<dev.athanor.benchmarks.plain.Account> accounts =
                    all(entities, dev.athanor.benchmarks.plain.Account.class);
            accounts.stream().filter(account -> account.id % 10 == 0).forEach(account -> account.deposit(1));
            return accounts.size();
        });
    }

    /** Whether all change the same, each once, or the measurement is void. */
    static void check() throws SQLException {
        WritingBenchmark benchmark = new WritingBenchmark();
        Stores.all((jdbc, jooq, woven, hibernate) -> {
            List<Long> before = sums(jdbc);
            benchmark.jdbc(jdbc);
            benchmark.athanor(woven);
            benchmark.eclipseLink(woven);
            benchmark.criteria(woven);
            benchmark.hibernate(hibernate);
            benchmark.jooq(jooq, jdbc);
            Stores.same(List.of(before.get(0) + 6L * CHANGED, sums(jdbc).get(0)));
            Stores.same(List.of(before.get(1) + 6L * CHANGED, sums(jdbc).get(1)));
        });
    }

    /** Of balances and of versions. */
    private static List<Long> sums(Stores.Jdbc jdbc) throws SQLException {
        try (PreparedStatement statement =
                        jdbc.connection.prepareStatement("select sum(balance), sum(version) from accounts");
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<Long> sums = List.of(row.getLong(1), row.getLong(2));
            jdbc.connection.commit();
            return sums;
        }
    }
}
